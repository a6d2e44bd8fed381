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

/** Properties of {@link BaselineStack}. */
export interface BaselineStackProps extends StackProps {
  /** Text of the template, from `baselineTemplate`. */
  readonly template: string;
}

/**
 * Deploys the template of a baseline in one account, byte for byte as stack sets deliver it: for the management account,
 * which service-managed stack sets leave out, and for a department that runs its account by itself. Aspects and tags of
 * the app change nothing in it.
 */
export class BaselineStack extends Stack {
  constructor(scope: Construct, id: string, { template, ...props }: BaselineStackProps) {
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
