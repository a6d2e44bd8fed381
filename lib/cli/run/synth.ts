import { quotaOutlook, type LoadedConfig } from '../../config';
import type * as landingZone from '../../landing-zone';
import { nearest } from '../../model';
import { counted } from '../../report/layout';
import { CannotError, EXIT } from '../exit';
import type { Session } from '../io';
import { loadConfigFile } from '../load-config';
import { Progress } from '../progress';

export interface SynthFlags {
  readonly config: string;
  readonly output: string;
  readonly account?: string;
}

/** Synthesizes the config; returns the exit status. */
export function runSynth(flags: SynthFlags, session: Session): number {
  const loaded = loadConfigFile(flags.config, session.stderr, session);
  if (!loaded) return EXIT.fail;
  requireAccount(flags, loaded);
  const result = synthesizeConfig(flags, loaded, session);
  if (!result) return EXIT.fail;
  const { directory, accounts, stacks, resources } = result;
  session.stdout.write(
    `${directory}: ${counted(accounts.length, 'account')}, ${counted(stacks.length, 'stack')}, ${counted(resources, 'resource')}\n` +
      `check it: lionrock gate ${directory} -c ${flags.config}\n`,
  );
  tellQuotas(loaded.config, accounts, session);
  return EXIT.pass;
}

/** Which quota of the network breaks first, where the hub was built. */
function tellQuotas(config: LoadedConfig['config'], built: readonly string[], { stdout, stderr }: Session): void {
  if (!built.includes(config.network.hub.account)) return;
  const outlook = quotaOutlook(config);
  if (outlook) (outlook.exceeded ? stderr : stdout).write(`${outlook.text}\n`);
}

/**
 * Turns a config into a cloud assembly.
 * @returns undefined when the landing zone cannot be built as configured, which has been said
 * @throws CannotError when a construct refuses what the config says.
 */
export function synthesizeConfig(
  flags: SynthFlags,
  loaded: LoadedConfig,
  session: Session,
): landingZone.Synthesis | undefined {
  const progress = new Progress(session);
  progress.show('synth: loading the CDK');
  const result = build(flags, loaded, session, progress);
  if (!result) return undefined;
  progress.end('synth: done');
  for (const warning of result.warnings) session.stderr.write(`warning: ${warning}\n`);
  return result;
}

function requireAccount({ account, config: file }: SynthFlags, { config }: LoadedConfig): void {
  const names = config.accounts.map(({ name }) => name);
  if (account === undefined || names.includes(account)) return;
  const best = nearest(account, names);
  const hint = best === undefined ? `expected one of ${names.join(', ')}` : `did you mean ${best}?`;
  throw new CannotError(`${file} holds no account "${account}": ${hint}`);
}

/** Undefined when the landing zone cannot be built as configured, which has been said. */
function build(
  flags: SynthFlags,
  loaded: LoadedConfig,
  session: Session,
  progress: Progress,
): landingZone.Synthesis | undefined {
  const { synthesize, SynthesisError }: typeof landingZone = require('../../landing-zone');
  try {
    return synthesize({
      config: loaded.config,
      profile: loaded.profile,
      configFolder: loaded.folder,
      outdir: flags.output,
      ...(flags.account === undefined ? {} : { account: flags.account }),
      onProgress: (account, done, total) => progress.show(`synth: ${done} of ${total}, ${account}`),
    });
  } catch (error) {
    progress.end();
    if (!(error instanceof SynthesisError)) {
      // Constructs refuse wrong props with a message that names the construct, the value and the remedy.
      throw new CannotError(
        `${flags.config} cannot be built: ${error instanceof Error ? error.message : String(error)}`,
        error,
      );
    }
    for (const problem of error.problems) session.stderr.write(`${problem}\n`);
    return undefined;
  }
}
