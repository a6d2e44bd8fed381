import type { RuleResult } from '../../rules';
import type { Template } from '../../template';
import type { ClaimRule } from './claim-rules';
import { withoutRegister, type ClaimOutcome } from './outcome';
import { differenceOf } from './register-entry';

/** An entry of a register that is valid on some days only. */
export interface Entry {
  readonly id: string;
  /** First day. */
  readonly start?: string | undefined;
  /** Last day. */
  readonly expires?: string | undefined;
}

/** How claims of one kind are judged. */
export interface EntryKind {
  /** In words: `flow`. */
  readonly noun: string;
  /** Where the claims stand: `Metadata.Lionrock.flows`. */
  readonly property: string;
  readonly registered: ClaimRule;
  readonly current: ClaimRule;
}

/**
 * Holds claims of one kind against the register.
 * @param register Entries that the template may claim; undefined when nobody gave a register.
 * @param today Day of the judgement, as YYYY-MM-DD.
 */
export function judgeEntries(
  kind: EntryKind,
  template: Template,
  claims: readonly Entry[],
  register: readonly Entry[] | undefined,
  today: string,
): ClaimOutcome[] {
  return claims.flatMap((claim, index) => {
    const property = `${kind.property}.${index}`;
    const subject = [template.stackName ?? template.claims?.marker?.account ?? '', claim.id].join('/');
    const outcome = (rule: ClaimRule, result: RuleResult): ClaimOutcome => ({ rule, template, subject, result });
    if (!register) return [outcome(kind.registered, withoutRegister(`${kind.noun} ${claim.id}`, property))];
    const entries = register.filter((entry) => entry.id === claim.id);
    const same = entries.find((entry) => differenceOf(claim, entry) === undefined);
    if (!same) return [outcome(kind.registered, contradiction(kind, claim, entries[0], property))];
    return [
      outcome(kind.registered, { status: 'pass', property }),
      outcome(kind.current, inForce(same, today, property)),
    ];
  });
}

function contradiction(kind: EntryKind, claim: Entry, entry: Entry | undefined, property: string): RuleResult {
  const difference = entry && differenceOf(claim, entry);
  if (!difference) {
    return {
      status: 'fail',
      property,
      observed: claim,
      because: `the config holds no ${kind.noun} with the id ${claim.id}`,
    };
  }
  return {
    status: 'fail',
    property,
    observed: difference.claimed,
    expected: difference.registered,
    because: `the config holds a ${kind.noun} ${claim.id} that says something else`,
  };
}

/**
 * Whether templates may claim these entries: the register holds one in the same words, and it has begun and not expired.
 * @param today Day of the judgement, as YYYY-MM-DD.
 */
export function isHeld(claim: Entry, register: readonly Entry[], today: string): boolean {
  const same = register.find((entry) => entry.id === claim.id && differenceOf(claim, entry) === undefined);
  return same !== undefined && inForce(same, today, '').status === 'pass';
}

function inForce(entry: Entry, today: string, property: string): RuleResult {
  if (entry.start !== undefined && today < entry.start) {
    return { status: 'fail', property, observed: `begins on ${entry.start}`, expected: `begun by ${today}` };
  }
  if (entry.expires !== undefined && today > entry.expires) {
    return { status: 'fail', property, observed: `last day ${entry.expires}`, expected: `${today} or later` };
  }
  return { status: 'pass', property };
}
