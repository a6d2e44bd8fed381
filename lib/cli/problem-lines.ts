import { problemText, type ConfigProblem } from '../config';
import { wrap } from '../report/layout';

/** Column in which the text behind `found:`, `expected:` and `remedy:` stands. */
const COLUMN = 12;

/** A problem of the config in 80 columns; the place comes first, on a line that editors and terminals can follow. */
export function problemLines(problem: ConfigProblem): string[] {
  const [first = '', ...details] = problemText(problem).split('\n');
  return [...hanging(first, 4), ...details.flatMap((line) => hanging(line, COLUMN)), ''];
}

/** One long line as several, all but the first behind `indent` spaces. */
function hanging(line: string, indent: number): string[] {
  const head = line.slice(0, indent);
  const [first = '', ...rest] = wrap(line.slice(indent), indent);
  return [head + first.slice(indent), ...rest];
}
