import { readWaivers, type WaiverTerms } from '../gate';
import type { Waiver } from '../model';
import { CannotError } from './exit';
import type { Output } from './io';
import { writeProblems } from './problem-lines';

/**
 * Reads registers of waivers.
 * @param output Where the problems of a wrong register are written.
 * @returns undefined when one was read and is wrong: nothing may be judged by it
 * @throws CannotError when one cannot be read.
 */
export function loadWaivers(
  files: readonly string[],
  terms: WaiverTerms,
  output: Output,
): readonly Waiver[] | undefined {
  const result = readWaivers(files, terms);
  if (result.kind === 'unreadable') throw new CannotError(result.message);
  const { problems, waivers } = result;
  if (problems.length === 0) return waivers;
  const wrong = [...new Set(problems.map(({ file }) => file))].join(', ');
  writeProblems(wrong, problems, output);
  return undefined;
}
