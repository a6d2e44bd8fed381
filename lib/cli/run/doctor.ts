import { counted, labelled, paintFor, type Paint } from '../../report/layout';
import { examine, type Check } from '../doctor';
import { EXIT } from '../exit';
import { showsColour, type Session } from '../io';
import { Progress } from '../progress';

/** Column in which the details stand. */
const COLUMN = 27;

/** Examines the surroundings and says what it found; returns the exit status. */
export async function runDoctor(config: string | undefined, session: Session): Promise<number> {
  const progress = new Progress(session);
  progress.show('doctor: looking');
  const checks = await examine(config, session.env);
  progress.end();
  const paint = paintFor(showsColour(session.stdout, session.env));
  session.stdout.write(`${[...checks.flatMap((check) => checkLines(check, paint)), sumOf(checks)].join('\n')}\n`);
  if (checks.some(({ state }) => state === 'fail')) return EXIT.fail;
  return checks.some(({ state }) => state === 'unknown') ? EXIT.undecided : EXIT.pass;
}

function checkLines({ what, state, found, expected, remedy }: Check, paint: Paint): string[] {
  const word = state === 'fail' ? 'FAIL' : state;
  const [first = '', ...rest] = labelled(`${word.padEnd(9)}${what}`, `${found} (expected: ${expected})`, 0, COLUMN);
  const colour = { ok: paint.good, fail: paint.bad, unknown: paint.doubt, note: paint.dim }[state];
  const advice = state === 'ok' || remedy === undefined ? [] : labelled('', `remedy: ${remedy}`, 0, COLUMN);
  return [first.replace(word, colour), ...rest, ...advice];
}

function sumOf(checks: readonly Check[]): string {
  const count = (state: Check['state']): number => checks.filter((check) => check.state === state).length;
  const notes = count('note') > 0 ? `, ${counted(count('note'), 'note')}` : '';
  return `\n${count('ok')} ok, ${count('fail')} failed, ${count('unknown')} unknown${notes}`;
}
