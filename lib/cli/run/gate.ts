import type { GateOptions } from '../../gate';
import type { GateResult } from '../../model';
import { EXIT } from '../exit';
import type { FormatTarget, ResultFormat } from '../formats';
import type { Session } from '../io';
import { writeEvidence } from '../write-evidence';
import { targetsOf, writeResult } from '../write-result';
import { judge, STATUS, tellErrors, type JudgingFlags } from './judgement';

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
  const { result, basis } = judged;
  writeResult(judged, targetsOf(format, quiet), session);
  keepEvidence(flags, result, basis);
  if (quiet) tellErrors(result, session);
  return STATUS[result.verdict];
}

function keepEvidence(flags: GateFlags, result: GateResult, basis: Pick<GateOptions, 'registers' | 'now'>): void {
  const { evidence, config, waivers = [], parameters, baseline } = flags;
  if (evidence === undefined) return;
  const files = [config, ...waivers, parameters, baseline];
  writeEvidence(evidence, { result, basis, options: optionsOf(flags), files });
}

/** Options that decide the result: not where it is written. */
function optionsOf(flags: GateFlags): Readonly<Record<string, unknown>> {
  const { format: _, evidence: __, quiet: ___, ...options } = flags;
  return options;
}
