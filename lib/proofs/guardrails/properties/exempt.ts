import { EXEMPT_ACTIONS, EXEMPT_ACTIONS_THAT_MOVE_DATA, REGIONAL_EXEMPTIONS } from '../../../model';
import type { Action } from '../actions';
import { ActionMatcher } from '../sweep';

const matcherOf = (texts: readonly string[]) => new ActionMatcher({ negated: false, texts });

const EXEMPT = matcherOf(EXEMPT_ACTIONS);
const REGIONAL = matcherOf(REGIONAL_EXEMPTIONS);
const MOVING = matcherOf(EXEMPT_ACTIONS_THAT_MOVE_DATA);

/** Whether an action may be exempt from a deny of regions: its service has none of its own. */
export function isExempt(action: Action): boolean {
  return EXEMPT.everything().has(action);
}

export const MOVES = ['where it is called', 'wherever it is called'] as const;
export type Moves = (typeof MOVES)[number];

/** Verbs of actions that put nothing anywhere. */
const TAKING =
  /:(Delete|Disassociate|Disable|Disconnect|Stop|Cancel|Reject|Resend|Retire|Revoke|Schedule|Untag|Verify)/;

/** How an exempt action can move data all the same; undefined when it cannot. */
export function movesData({ name, level }: Action): Moves | undefined {
  const lower = name.toLowerCase();
  if (MOVING.covers(lower) === true) return 'wherever it is called';
  const puts = /Write/.test(level) && !/Tagging/.test(level) && !TAKING.test(name);
  return puts && REGIONAL.covers(lower) === true ? 'where it is called' : undefined;
}
