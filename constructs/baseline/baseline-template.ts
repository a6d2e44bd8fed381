import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, BootstraplessSynthesizer, Stack } from 'aws-cdk-lib';
import { asSynthesizer } from './as-synthesizer';
import { AccountBaseline, type AccountBaselineProps } from './account-baseline';

/** What the text of a template depends on beside the baseline itself: nothing of the app in which it is delivered. */
const REPRODUCIBLE = { 'aws:cdk:disable-stack-trace': true, 'aws:cdk:disable-creation-stack-traces': true };

/**
 * The template of an account's baseline as text: the same bytes for every account and region. It holds no file assets,
 * so that accounts need no bootstrap for it.
 * @throws Error when a property is malformed, see {@link AccountBaseline}.
 */
export function baselineTemplate(props: AccountBaselineProps): string {
  const outdir = mkdtempSync(join(tmpdir(), 'lionrock-baseline-'));
  try {
    const app = new App({
      outdir,
      analyticsReporting: false,
      treeMetadata: false,
      builtinCloudFormationValidation: false,
      context: REPRODUCIBLE,
    });
    const stack = new Stack(app, 'Baseline', {
      description: `Baseline of an account of ${props.name}`,
      synthesizer: asSynthesizer(new BootstraplessSynthesizer()),
    });
    new AccountBaseline(stack, 'Account', props);
    const { directory } = app.synth();
    return readFileSync(join(directory, stack.templateFile), 'utf8');
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}
