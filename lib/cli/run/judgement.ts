import { existsSync, readFileSync } from 'node:fs';
import { gate, registerHistory, Reviewer, type GateOptions } from '../../gate';
import type { Engine, GateResult, Review } from '../../model';
import { DEFAULT_PATH } from '../default-path';
import { CannotError } from '../exit';
import { basisOf, type BasisFlags } from '../gate-basis';
import { readFiles } from '../input-sums';
import type { Session } from '../io';
import { loadPacks } from '../load-packs';
import { Progress } from '../progress';
import { refuseOverwrite } from '../refuse-overwrite';
import { templateOptions, type TemplateFlags } from '../template-options';

/** Flags that say what to judge, and how. */
export interface JudgingFlags extends TemplateFlags, BasisFlags {
  readonly baseline?: string;
  readonly estate?: true;
  readonly quiet?: true;
}

export interface Judged {
  readonly result: GateResult;
  readonly basis: Pick<GateOptions, 'profile' | 'registers' | 'now'>;
  /** What the basis was read from; see `basisOf`. */
  readonly read: readonly string[];
  /** The page of the run; undefined when none was asked for. */
  readonly review?: Review;
}

export interface Asked {
  /** List what passes. */
  readonly includePassed?: boolean;
  /** Make the review page, too. */
  readonly review: boolean;
  /** Ask git how the registers of waivers came to be, for the page. @default true */
  readonly history?: boolean;
  /** What judges as well, beside the packs. @default nothing */
  readonly engines?: readonly Engine[];
}

/**
 * Judges paths by what the flags say.
 * @returns undefined when config, policy or register is wrong, which has been said
 * @throws CannotError when one of them cannot be read.
 */
export async function judge(
  paths: readonly string[],
  flags: JudgingFlags,
  { includePassed = false, review, history = true, ...asked }: Asked,
  session: Session,
): Promise<Judged | undefined> {
  const baseline = baselineOf(flags);
  const basis = basisOf(flags, session);
  if (!basis) return undefined;
  const { packs, waiverFiles, read, ...by } = basis;
  const inputs = paths.length > 0 ? paths : defaultPaths(session);
  const progress = new Progress(session, flags.quiet ?? false);
  const engines = await enginesOf(packs, asked, progress);
  const { now = new Date() } = by;
  const reviewer = review
    ? new Reviewer({ ...by, now, text: textOf, ...(history ? { history: registerHistory(waiverFiles) } : {}) })
    : undefined;
  const result = await gate({
    ...by,
    now,
    inputs: [...new Set(inputs)],
    template: templateOptions(flags),
    engines,
    ...baseline,
    estate: flags.estate ?? false,
    includePassed,
    ...(reviewer ? { observer: reviewer } : {}),
    onProgress: (path, done, total) => progress.show(`gate: ${done + 1} of ${total}, ${path}`),
  });
  progress.end('gate: done');
  return { result, basis, read, ...(reviewer ? { review: reviewer.review(result) } : {}) };
}

async function enginesOf(
  packs: readonly string[],
  { engines = [] }: Pick<Asked, 'engines'>,
  progress: Progress,
): Promise<Engine[]> {
  return [...(await loadPacks(packs, progress)), ...engines];
}

/** Files that a judgement goes by, beside the templates. */
export function filesOf({
  config,
  policy,
  waivers = [],
  parameters,
  baseline,
}: JudgingFlags): readonly (string | undefined)[] {
  return [config, policy, ...waivers, parameters, baseline];
}

/** @throws CannotError when one of the files to be written is one that the judgement read. */
export function keepInputs(
  { result, read }: Pick<Judged, 'result' | 'read'>,
  flags: JudgingFlags,
  written: readonly (string | undefined)[],
): void {
  refuseOverwrite(written, readFiles(result, [...filesOf(flags), ...read]));
}

/** Says on standard error what could not be judged, where nothing else says it. */
export function tellErrors({ errors }: GateResult, { stderr }: Session): void {
  for (const { path, message } of errors) stderr.write(`lionrock: ${path}: ${message}\n`);
}

/** @throws CannotError when what is new is asked for, and nothing is known of what was there. */
function baselineOf({ baseline, failOn }: JudgingFlags): Pick<GateOptions, 'baseline'> {
  if (baseline !== undefined) return { baseline };
  if (failOn === 'new') {
    throw new CannotError('--fail-on new needs --baseline PATH: without it nothing is known of what was there');
  }
  return {};
}

function defaultPaths({ stderr }: Session): readonly string[] {
  if (!existsSync(DEFAULT_PATH)) {
    stderr.write(
      `lionrock: there is no ${DEFAULT_PATH} here: run "lionrock synth" or "cdk synth", or name what to check\n`,
    );
  }
  return [DEFAULT_PATH];
}

/** Text of a template, to show lines of it; undefined where it is no file. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
