import { currentIds, ruleById } from '../rules';
import { dayAt, isoDate, type RunError, type Warning } from '../model';
import { CLAIM_RULES } from './claims';
import type { Judged } from './draft';
import type { GateOptions } from './options';

/**
 * Which rules are announced and do not block yet. A rule states its own first day; whoever runs the gate may give a rule
 * another one. Days begin in the profile's time zone.
 */
export class Rollout {
  /** What is wrong with the policy: ids that no rule has, days that are none. */
  readonly errors: readonly RunError[];
  private readonly days: ReadonlyMap<string, string>;
  private readonly now: Date;
  private readonly timeZone: string;
  private foundToday: string | undefined;

  constructor({ blocksFrom = {}, now = new Date(), profile }: Pick<GateOptions, 'blocksFrom' | 'now' | 'profile'>) {
    const given = Object.entries(blocksFrom);
    this.days = new Map(given.flatMap(([id, day]) => currentIds(id).map((current) => [current, day])));
    this.errors = given.flatMap(([id, day]) => problemsOf(id, day));
    this.now = now;
    this.timeZone = profile.timeZone;
  }

  /** The warning that a result becomes when its rule does not block yet; undefined when the result counts. */
  warningOf({ rule, result, template, logicalId, place }: Judged): Warning | undefined {
    const day = this.days.get(rule.id) ?? rule.blocksFrom;
    if (day === undefined || result.status === 'pass' || this.today >= day) return undefined;
    const what = result.status === 'fail' ? rule.message : `Undecided: ${result.because ?? rule.message}`;
    return {
      kind: 'rule-announced',
      message: `${rule.id} blocks from ${day}. ${what} ${rule.remediation}`,
      subject: `${template.path}#${logicalId === '' ? place : logicalId}`,
    };
  }

  /** Calendars take long to load: asked for only where a rule has a day. */
  private get today(): string {
    this.foundToday ??= dayAt(this.now, this.timeZone);
    return this.foundToday;
  }
}

function problemsOf(id: string, day: string): readonly RunError[] {
  const error = (message: string): RunError => ({ kind: 'policy', path: `blocksFrom.${id}`, message });
  if (!currentIds(id).some(isKnown))
    return [error(`no rule is called "${id}": name one of docs/generated/rules.md, or remove the entry`)];
  if (!isoDate.safeParse(day).success) return [error(`found "${day}", expected a day such as 2027-03-31`)];
  return [];
}

function isKnown(id: string): boolean {
  return ruleById(id) !== undefined || CLAIM_RULES.some((rule) => rule.id === id);
}
