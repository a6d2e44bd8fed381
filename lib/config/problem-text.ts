import type { ConfigProblem } from './problem';

/** A problem for people to read: where, what, what was found and expected, and the remedy. */
export function problemText(problem: ConfigProblem): string {
  const where = `${problem.file}:${problem.line}:${problem.column}`;
  const lines = [
    `${where}: ${problem.path === '' ? '' : `${problem.path}: `}${problem.message}`,
    `  found:    ${problem.found}`,
    `  expected: ${problem.expected}`,
    `  remedy:   ${problem.remedy}`,
    ...(problem.source === undefined ? [] : [`  source:   ${problem.source}`]),
    ...(problem.related ?? []).map((each) => `  see also: ${each.file}:${each.line}:${each.column}: ${each.path}`),
  ];
  return lines.join('\n');
}
