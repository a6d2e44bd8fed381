import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, BootstraplessSynthesizer, Stack } from 'aws-cdk-lib';
import { asSynthesizer } from './as-synthesizer';

/** What the text of a template depends on beside what it holds: nothing of the app in which it is delivered. */
const REPRODUCIBLE = { 'aws:cdk:disable-stack-trace': true, 'aws:cdk:disable-creation-stack-traces': true };

/** A template that is made outside of any app. */
export interface TemplateTextProps {
  /** Id of the stack; begins the paths of constructs. */
  readonly id: string;
  /** What the stack is for, as CloudFormation shows it. */
  readonly description: string;
  /** Adds what the template holds. */
  readonly build: (stack: Stack) => void;
}

/**
 * A template as text: the same bytes for every account and region. It holds no file assets, so that accounts need no
 * bootstrap for it.
 * @throws Error when something in it is malformed, or is an asset.
 */
export function templateText({ id, description, build }: TemplateTextProps): string {
  const outdir = mkdtempSync(join(tmpdir(), 'lionrock-template-'));
  try {
    const app = new App({
      outdir,
      analyticsReporting: false,
      treeMetadata: false,
      builtinCloudFormationValidation: false,
      context: REPRODUCIBLE,
    });
    const stack = new Stack(app, id, { description, synthesizer: asSynthesizer(new BootstraplessSynthesizer()) });
    build(stack);
    const { directory } = app.synth();
    return readFileSync(join(directory, stack.templateFile), 'utf8');
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
