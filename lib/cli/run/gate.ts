import { existsSync } from 'node:fs';
import { gate, registersOf, type InlineMode, type Registers } from '../../gate';
import type { Severity, Verdict } from '../../model';
import { DEFAULT_PROFILE, PROFILE_IDS, profileById, type Profile } from '../../profiles';
import { DEFAULT_PATH } from '../default-path';
import { CannotError, EXIT } from '../exit';
import type { FormatTarget } from '../formats';
import type { Session } from '../io';
import { loadConfigFile } from '../load-config';
import { loadPacks } from '../load-packs';
import { Progress } from '../progress';
import { templateOptions, type TemplateFlags } from '../template-options';
import { targetsOf, writeResult } from '../write-result';

export interface GateFlags extends TemplateFlags {
  readonly config?: string;
  readonly profile?: string;
  readonly failOn: 'all' | Severity;
  readonly maxUnknown: number;
  readonly inline: InlineMode;
  readonly estate?: true;
  readonly includePassed?: true;
  readonly format?: readonly FormatTarget[];
  readonly pack?: readonly string[];
  readonly now?: Date;
  readonly quiet?: true;
}

const STATUS: Readonly<Record<Verdict, number>> = { pass: EXIT.pass, fail: EXIT.fail, unknown: EXIT.undecided };

/** Judges the paths and writes the result in the formats asked for; returns the exit status. */
export async function runGate(paths: readonly string[], flags: GateFlags, session: Session): Promise<number> {
  const authority = authorityOf(flags, session);
  if (!authority) return EXIT.fail;
  const { quiet = false, format = [] } = flags;
  const inputs = paths.length > 0 ? paths : defaultPaths(session);
  const progress = new Progress(session, quiet);
  const engines = await loadPacks(flags.pack ?? [], progress);
  const result = await gate({
    ...authority,
    inputs: [...new Set(inputs)],
    template: templateOptions(flags),
    engines,
    failOn: flags.failOn,
    maxUnknown: flags.maxUnknown,
    inline: flags.inline,
    estate: flags.estate ?? false,
    includePassed: flags.includePassed ?? false,
    now: flags.now ?? sourceDate(session.env['SOURCE_DATE_EPOCH']) ?? new Date(),
    onProgress: (path, done, total) => progress.show(`gate: ${done + 1} of ${total}, ${path}`),
  });
  progress.end('gate: done');
  writeResult(result, targetsOf(format, quiet), session);
  if (quiet) for (const { path, message } of result.errors) session.stderr.write(`lionrock: ${path}: ${message}\n`);
  return STATUS[result.verdict];
}

function defaultPaths({ stderr }: Session): readonly string[] {
  if (!existsSync(DEFAULT_PATH)) {
    stderr.write(
      `lionrock: there is no ${DEFAULT_PATH} here: run "lionrock synth" or "cdk synth", or name what to check\n`,
    );
  }
  return [DEFAULT_PATH];
}

interface Authority {
  readonly profile: Profile;
  readonly registers?: Registers;
  readonly blocksFrom?: Readonly<Record<string, string>>;
}

/** The profile and the registers to judge by; undefined when the config is wrong, which has been said. */
function authorityOf({ config: file, profile: id }: GateFlags, session: Session): Authority | undefined {
  if (id !== undefined && !PROFILE_IDS.includes(id)) {
    throw new CannotError(`unknown profile "${id}": expected ${PROFILE_IDS.join(', ')}`);
  }
  if (file === undefined) return { profile: profileById(id ?? DEFAULT_PROFILE) };
  const loaded = loadConfigFile(file, session.stderr, session);
  if (!loaded) return undefined;
  if (id !== undefined && id !== loaded.config.profile) {
    throw new CannotError(
      `--profile ${id} contradicts ${file}, which says ${loaded.config.profile}: leave --profile out`,
    );
  }
  return { profile: loaded.profile, registers: registersOf(loaded.config), blocksFrom: loaded.config.blocksFrom };
}

/** The instant that reproducible builds ask for (https://reproducible-builds.org/specs/source-date-epoch). */
function sourceDate(epoch: string | undefined): Date | undefined {
  if (epoch === undefined || epoch === '') return undefined;
  if (!/^\d{1,11}$/.test(epoch)) throw new CannotError(`SOURCE_DATE_EPOCH is "${epoch}": expected seconds since 1970`);
  return new Date(Number(epoch) * 1000);
}
