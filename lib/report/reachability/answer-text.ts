import type { ReachabilityAnswer, ReachabilityQuestion, WitnessHop } from '../../model';
import { paintFor, wrap, type Paint } from '../layout';

/** Things in the way that are told one by one. */
const SHOWN = 12;

export interface ReachabilityTextOptions {
  /** Use the colours of a terminal. @default false */
  readonly color?: boolean;
}

/** An answer for people, in 80 columns: yes, no or unknown, and what shows it. */
export function answerText(answer: ReachabilityAnswer, options: ReachabilityTextOptions = {}): string {
  const paint = paintFor(options.color ?? false);
  const { question, witness, blockedBy, unresolved, through } = answer;
  const lines = [verdictLine(answer, paint), ...wrap(sentence(question, answer.answer), 2), ...byWayOf(through), ''];
  if (answer.answer === 'no') lines.push('What stops it:', ...hops(blockedBy, paint), '');
  else lines.push(answer.answer === 'yes' ? 'The way:' : 'A way that is possible:', ...hops(witness, paint), '');
  if (unresolved.length > 0)
    lines.push('What could not be resolved:', ...unresolved.flatMap((text) => wrap(`- ${text}`, 2)), '');
  return `${lines.slice(0, -1).join('\n')}\n`;
}

function verdictLine({ answer }: ReachabilityAnswer, paint: Paint): string {
  const colour = { yes: paint.good, no: paint.good, unknown: paint.doubt }[answer];
  return colour(paint.bold(answer.toUpperCase()));
}

function byWayOf(through: readonly WitnessHop[]): readonly string[] {
  if (through.length === 0) return [];
  return wrap(
    `By way of ${through.map(({ hop }) => hop).join(', then ')}: connections end there, and others begin.`,
    2,
  );
}

function sentence(
  { from, to, port, protocol, avoiding }: ReachabilityQuestion,
  answer: ReachabilityAnswer['answer'],
): string {
  const on = port === undefined ? '' : ` on port${/\D/.test(String(port)) ? 's' : ''} ${port}`;
  const kind = protocol ?? (port === undefined ? 'all' : 'tcp');
  const what = kind === 'all' ? 'connections' : kind === 'icmp' ? 'pings' : `${kind} connections`;
  const verb = { yes: 'can open', no: 'cannot open', unknown: 'may be able to open' }[answer];
  const around = avoiding === undefined ? '' : ` past ${avoiding}`;
  return `${from} ${verb} ${what} to ${to}${on}${around}.`;
}

function hops(list: readonly WitnessHop[], paint: Paint): readonly string[] {
  if (list.length === 0) return ['  nothing of these templates has addresses that it could go to'];
  const lines = list.slice(0, shownOf(list)).flatMap(({ hop, why, template }, index) => {
    const [first = '', ...rest] = wrap(`${hop}: ${why}`, 6);
    return [
      `${`${index + 1}.`.padStart(5)} ${first.trimStart()}`,
      ...rest,
      ...(template === '' ? [] : wrap(template, 6).map(paint.dim)),
    ];
  });
  const more = list.length - shownOf(list);
  return more > 0 ? [...lines, paint.dim(`      … and ${more} more; --format json lists all`)] : lines;
}

/** A way is told as a whole: it has an end. */
function shownOf(list: readonly WitnessHop[]): number {
  return list.some(({ why }) => why.startsWith('packets leave')) ? list.length : SHOWN;
}
