import { EXEMPT_ACTIONS, EXEMPT_ACTIONS_THAT_MOVE_DATA, REGIONAL_EXEMPTIONS } from '../../../model';
import type { Action } from '../actions';
import { ActionMatcher } from '../sweep';

const matcherOf = (texts: readonly string[]) => new ActionMatcher({ negated: false, texts });

const EXEMPT = matcherOf(EXEMPT_ACTIONS);
const REGIONAL = matcherOf(REGIONAL_EXEMPTIONS);
const MOVING = matcherOf(EXEMPT_ACTIONS_THAT_MOVE_DATA);

export const MOVES = ['where it is called', 'wherever it is called'] as const;
export type Moves = (typeof MOVES)[number];

/** Verbs of actions that put nothing anywhere. */
const TAKING =
  /:(Delete|Disassociate|Disable|Disconnect|Stop|Cancel|Reject|Resend|Retire|Revoke|Schedule|Untag|Verify)/;

/** What may be called outside the allowed regions: actions of services without a region, and what an organisation allows. */
export class Exemptions {
  private readonly allowed: ActionMatcher;

  /** @param allowed Patterns of actions: `support:*`. */
  constructor(allowed: readonly string[]) {
    this.allowed = matcherOf(allowed);
  }

  has(action: Action): boolean {
    return EXEMPT.everything().has(action) || this.allows(action);
  }

  /** How an exempt action can move data all the same; undefined when it cannot. */
  movesData(action: Action): Moves | undefined {
    const { name, level } = action;
    if (MOVING.covers(name.toLowerCase()) === true) return 'wherever it is called';
    const puts = /Write/.test(level) && !/Tagging/.test(level) && !TAKING.test(name);
    return puts && (REGIONAL.covers(name.toLowerCase()) === true || this.isOfRegions(action))
      ? 'where it is called'
      : undefined;
  }

  private allows({ name }: Action): boolean {
    return this.allowed.covers(name.toLowerCase()) === true;
  }

  /** Of what an organisation allows, nobody said that it has no region. */
  private isOfRegions(action: Action): boolean {
    return this.allows(action) && !EXEMPT.everything().has(action);
  }
}
