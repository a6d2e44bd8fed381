import type { Check, Verdict } from '../model';
import { counted, labelled, paintFor, type Paint } from '../report/layout';
import { STATUS } from './exit';

/** Column in which the details stand. */
const COLUMN = 27;

/** Checks for people: a line each, with a remedy where there is something to do, and how many came out how. */
export function checksText(checks: readonly Check[], color: boolean): string {
  const paint = paintFor(color);
  return `${[...together(checks).flatMap((check) => checkLines(check, paint)), sumOf(checks)].join('\n')}\n`;
}

/** What is well in several accounts takes one line, where the first of them stands. */
function together(checks: readonly Check[]): Check[] {
  return checks.flatMap((check, index) => {
    if (!isWell(check)) return check;
    const alike = checks.filter((other) => isWell(other) && other.what === check.what);
    if (alike.length === 1) return check;
    if (alike[0] !== checks[index]) return [];
    const { id, what, state } = check;
    return { id, what, state, found: counted(alike.length, 'account'), expected: EXPECTED[id] ?? check.expected };
  });
}

/** Whether it is a check of one account, and nothing is to be done. */
function isWell({ state, account }: Check): boolean {
  return state === 'ok' && account !== undefined;
}

/** What is expected of every account, where each has its own words for it. */
const EXPECTED: Readonly<Record<string, string>> = { 'deployment-role': 'can be assumed', quota: 'enough' };

function checkLines({ what, state, found, expected, remedy, account }: Check, paint: Paint): string[] {
  const word = state === 'fail' ? 'FAIL' : state;
  const place = account === undefined ? '' : `${account}: `;
  const label = `${word.padEnd(9)}${what}`;
  const text = `${place}${found} (expected: ${expected})`;
  const isLong = label.length >= COLUMN;
  const [first = '', ...rest] = isLong ? [label, ...labelled('', text, 0, COLUMN)] : labelled(label, text, 0, COLUMN);
  const colour = { ok: paint.good, fail: paint.bad, unknown: paint.doubt, note: paint.dim }[state];
  const advice = state === 'ok' || remedy === undefined ? [] : labelled('', `remedy: ${remedy}`, 0, COLUMN);
  return [first.replace(word, colour), ...rest, ...advice];
}

function sumOf(checks: readonly Check[]): string {
  const count = (state: Check['state']): number => checks.filter((check) => check.state === state).length;
  const notes = count('note') > 0 ? `, ${counted(count('note'), 'note')}` : '';
  return `\n${count('ok')} ok, ${count('fail')} failed, ${count('unknown')} unknown${notes}`;
}

/** A failure wins over what is unknown, but for the wrong account, where nothing could be decided. */
export function checksVerdict(checks: readonly Check[]): Verdict {
  if (checks.some(({ id, state }) => id === 'account' && state === 'fail')) return 'unknown';
  if (checks.some(({ state }) => state === 'fail')) return 'fail';
  return checks.some(({ state }) => state === 'unknown') ? 'unknown' : 'pass';
}

/** Exit status of checks, by their verdict. */
export function checksStatus(checks: readonly Check[]): number {
  return STATUS[checksVerdict(checks)];
}
