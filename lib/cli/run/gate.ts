import { EXIT, STATUS } from '../exit';
import type { FormatTarget, ResultFormat } from '../formats';
import { inputSums } from '../input-sums';
import type { Session } from '../io';
import { writeEvidence } from '../write-evidence';
import { targetsOf, writeResult } from '../write-result';
import { filesOf, judge, keepInputs, tellErrors, type Judged, type JudgingFlags } from './judgement';

export interface GateFlags extends JudgingFlags {
  readonly includePassed?: true;
  readonly format?: readonly FormatTarget<ResultFormat>[];
  readonly evidence?: string;
}

/** Judges the paths and writes the result in the formats asked for; returns the exit status. */
export async function runGate(paths: readonly string[], flags: GateFlags, session: Session): Promise<number> {
  const { quiet = false, format = [], includePassed = false } = flags;
  const review = format.some((target) => target.format === 'html');
  const judged = await judge(paths, flags, { includePassed, review }, session);
  if (!judged) return EXIT.fail;
  const { result } = judged;
  writeAll(judged, flags, targetsOf(format, quiet), session);
  if (quiet) tellErrors(result, session);
  return STATUS[result.verdict];
}

/** The evidence comes first: OSCAL names its sum. Sums are made only where something holds them. */
function writeAll(
  judged: Judged,
  flags: GateFlags,
  targets: readonly FormatTarget<ResultFormat>[],
  session: Session,
): void {
  const { result, basis, read } = judged;
  const { evidence: folder } = flags;
  const written = targets.map(({ file }) => file);
  keepInputs(judged, flags, written);
  const isAsked = folder !== undefined || targets.some(({ format }) => format === 'oscal');
  const inputs = isAsked ? inputSums(result, filesOf(flags)) : [];
  const options = optionsOf(flags);
  const evidence = folder === undefined ? undefined : writeEvidence(folder, { result, basis, options, inputs, read });
  writeResult({ ...judged, inputs, evidence }, targets, session);
}

/** Options that decide the result: not where it is written. */
function optionsOf(flags: GateFlags): Readonly<Record<string, unknown>> {
  const { format: _, evidence: __, quiet: ___, ...options } = flags;
  return options;
}
