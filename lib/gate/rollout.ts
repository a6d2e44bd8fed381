import { currentIds, ruleById } from '../rules';
import type { RunError, Warning } from '../model';
import { CLAIM_RULES } from './claims';
import { dayAt } from './claims/day';
import type { Judged } from './draft';
import type { GateOptions } from './options';

/**
 * Which rules are announced and do not block yet. A rule states its own first day; whoever runs the gate may give a rule
 * another one. Days begin in the profile's time zone.
 */
export class Rollout {
  /** Ids of the policy that no rule has. */
  readonly errors: readonly RunError[];
  private readonly days: ReadonlyMap<string, string>;
  private readonly today: string;

  constructor({ blocksFrom = {}, now = new Date(), profile }: Pick<GateOptions, 'blocksFrom' | 'now' | 'profile'>) {
    const given = Object.entries(blocksFrom);
    this.days = new Map(given.flatMap(([id, day]) => currentIds(id).map((current) => [current, day])));
    this.errors = given
      .filter(([id]) => !currentIds(id).some(isKnown))
      .map(([id]) => ({
        kind: 'policy',
        path: `blocksFrom.${id}`,
        message: `no rule is called "${id}": name one of docs/generated/rules.md, or remove the entry`,
      }));
    this.today = dayAt(now, profile.timeZone);
  }

  /** The warning that a result becomes when its rule does not block yet; undefined when the result counts. */
  warningOf({ rule, result, template, logicalId, place }: Judged): Warning | undefined {
    const day = this.days.get(rule.id) ?? rule.blocksFrom;
    if (day === undefined || this.today >= day || result.status === 'pass') return undefined;
    const what = result.status === 'fail' ? rule.message : `Undecided: ${result.because ?? rule.message}`;
    return {
      kind: 'rule-announced',
      message: `${rule.id} blocks from ${day}. ${what} ${rule.remediation}`,
      subject: `${template.path}#${logicalId === '' ? place : logicalId}`,
    };
  }
}

function isKnown(id: string): boolean {
  return ruleById(id) !== undefined || CLAIM_RULES.some((rule) => rule.id === id);
}
