import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ruleSet, type GateOptions } from '../gate';
import type { GateResult } from '../model';
import { evidenceFiles } from '../report';
import type { FileSum } from './input-sums';
import { refuseOverwrite } from './refuse-overwrite';
import { writeTo } from './write-result';

export interface Judgement {
  readonly result: GateResult;
  readonly basis: Pick<GateOptions, 'registers' | 'now'>;
  /** Options as given on the command line. */
  readonly options: Readonly<Record<string, unknown>>;
  /** What was read. */
  readonly inputs: readonly FileSum[];
  /** Further files that must stay as they are. */
  readonly read: readonly string[];
}

/**
 * Writes an evidence bundle into a folder.
 * @returns its list of sums, with the sum of that
 * @throws CannotError when a file cannot be written, or is one that was read.
 */
export function writeEvidence(folder: string, { result, basis, options, inputs, read }: Judgement): FileSum {
  const { registers, now = new Date() } = basis;
  let last: FileSum = [folder, ''];
  const files = evidenceFiles({ result, options, now, rules: ruleSet(), registers, inputs });
  refuseOverwrite(
    [...files.keys()].map((name) => join(folder, name)),
    [...inputs.map(([path]) => path), ...read],
  );
  for (const [name, content] of files) {
    writeTo(join(folder, name), content);
    // The list of sums is the last of the files.
    last = [join(folder, name), createHash('sha256').update(content).digest('hex')];
  }
  return last;
}
