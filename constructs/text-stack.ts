import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DefaultStackSynthesizer,
  Stack,
  type FileAssetSource,
  type ISynthesisSession,
  type StackProps,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { asSynthesizer } from './as-synthesizer';

/** Properties of {@link TextStack}. */
export interface TextStackProps extends StackProps {
  /** Text of the template. */
  readonly template: string;
}

/**
 * A stack whose template is a text, byte for byte as stack sets deliver it elsewhere. Aspects and tags of the app change
 * nothing in it.
 */
export class TextStack extends Stack {
  constructor(scope: Construct, id: string, { template, ...props }: TextStackProps) {
    super(scope, id, {
      terminationProtection: true,
      ...props,
      synthesizer: asSynthesizer(new TextSynthesizer(template)),
    });
  }
}

/** Writes a text in the place of what the stack's constructs would make. */
class TextSynthesizer extends DefaultStackSynthesizer {
  constructor(private readonly text: string) {
    super({ generateBootstrapVersionRule: false });
  }

  protected override synthesizeTemplate(session: ISynthesisSession, lookupRoleArn?: string): FileAssetSource {
    const source = super.synthesizeTemplate(session, lookupRoleArn);
    writeFileSync(join(session.assembly.outdir, this.boundStack.templateFile), this.text);
    return { ...source, sourceHash: createHash('sha256').update(this.text).digest('hex') };
  }
}
