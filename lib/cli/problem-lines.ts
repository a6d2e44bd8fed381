import { problemText, type ConfigProblem } from '../config';
import { counted, wrap } from '../report/layout';
import type { Output } from './io';

/** Column in which the text behind `found:`, `expected:` and `remedy:` stands. */
const COLUMN = 12;

/**
 * Writes what is wrong with a file, and how much that is.
 * @param what What is wrong, in words that a number of problems can follow: `waivers.yaml is wrong`.
 */
export function writeProblems(what: string, problems: readonly ConfigProblem[], output: Output): void {
  const sum = `${what}: ${counted(problems.length, 'problem')}`;
  output.write(`${[...problems.flatMap(problemLines), sum].join('\n')}\n`);
}

/** A problem of the config in 80 columns; the place comes first, on a line that editors and terminals can follow. */
function problemLines(problem: ConfigProblem): string[] {
  const [first = '', ...details] = problemText(problem).split('\n');
  return [...hanging(first, 4), ...details.flatMap((line) => hanging(line, COLUMN)), ''];
}

/** One long line as several, all but the first behind `indent` spaces. */
function hanging(line: string, indent: number): string[] {
  const head = line.slice(0, indent);
  const [first = '', ...rest] = wrap(line.slice(indent), indent);
  return [head + first.slice(indent), ...rest];
}
