import { daysLeft, stateOf } from '../../gate';
import type { Waiver, WaiverState } from '../../model';
import { counted, labelled } from '../../report/layout';
import { EXIT } from '../exit';
import type { Session } from '../io';
import { openRegister, unusedIn, type RegisterFlags } from '../waiver';

export interface WaiverListFlags extends RegisterFlags {
  readonly format: 'text' | 'json';
}

/** A waiver as the list shows it. */
interface Listed extends Waiver {
  readonly state: WaiverState;
  /** Null when the last day cannot be read. */
  readonly daysLeft: number | null;
  /** Only where results were given. */
  readonly unused?: boolean;
}

/**
 * Lists the waivers of a register with their states; returns the exit status.
 * @param results A saved result, which says what matched nothing.
 */
export function runWaiverList(results: string | undefined, flags: WaiverListFlags, session: Session): number {
  const register = openRegister(flags, session);
  if (!register) return EXIT.fail;
  const unused = results === undefined ? undefined : unusedIn(results);
  const { today } = register.terms;
  const listed = register.waivers.map((waiver): Listed => ({
    ...waiver,
    state: stateOf(waiver, today),
    daysLeft: daysLeft(waiver, today) ?? null,
    ...(unused ? { unused: unused.has(waiver.id) } : {}),
  }));
  const lines = flags.format === 'json' ? [JSON.stringify({ waivers: listed }, undefined, 2)] : textOf(listed);
  session.stdout.write(`${lines.join('\n')}\n`);
  return EXIT.pass;
}

const COLUMN = 12;

function textOf(listed: readonly Listed[]): readonly string[] {
  const states = (['live', 'expiring', 'expired'] as const).flatMap((state) => {
    const number = listed.filter((waiver) => waiver.state === state).length;
    return number === 0 ? [] : [`${number} ${state}`];
  });
  const sum = [counted(listed.length, 'waiver'), ...(states.length === 0 ? [] : [states.join(', ')])].join(': ');
  return [...listed.flatMap((waiver) => [...entryLines(waiver), '']), sum];
}

function entryLines(waiver: Listed): readonly string[] {
  const { id, rule, control, scope, reason, riskOwner, approver, ticket } = waiver;
  const scopes = Object.entries(scope).map(
    ([key, value]) => `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return [
    `${id}  ${rule ?? control ?? ''}  ${termText(waiver)}${waiver.unused ? ', unused' : ''}`,
    ...labelled('Where', scopes.join(', '), 2, COLUMN),
    ...labelled('Why', reason, 2, COLUMN),
    ...labelled('Owner', riskOwner, 2, COLUMN),
    ...labelled('Approved', `${approver}, ${ticket}`, 2, COLUMN),
  ];
}

function termText({ state, daysLeft: left, expires }: Listed): string {
  if (left === null) return `expired: the last day "${expires}" cannot be read`;
  return left < 0 ? `expired on ${expires}` : `${state}, ${counted(left, 'day')} left (${expires})`;
}
