import type { Trilean } from '../../model';
import type { Resource, Value } from '../../template';
import { fail, NOT_APPLICABLE, pass, reason, unknown } from '../check';
import type { Rule, RuleResult } from '../rule';
import { entriesOf, type Direction } from './traffic';

/** What a rule forbids of the entries of security groups. */
export interface ForbiddenEntry {
  readonly direction: Direction;
  readonly expected: string;
  readonly is: (entry: Value | undefined, resource: Resource) => Trilean;
}

/** A rule's predicate: no entry may be of the forbidden kind; a group without entries passes. */
export function forbidEntries({ direction, expected, is }: ForbiddenEntry): Rule['evaluate'] {
  return (resource) => {
    const entries = entriesOf(resource, direction);
    if (entries.length === 0 && resource.type !== 'AWS::EC2::SecurityGroup') return NOT_APPLICABLE;
    const judged = entries.map((entry) => ({ entry, bad: is(entry.value, resource) }));
    const failed = judged.filter(({ bad }) => bad === true);
    if (failed.length > 0) return failed.map(({ entry }): RuleResult => fail(entry, expected));
    const open = judged.find(({ bad }) => bad === 'unknown')?.entry;
    if (open) return { ...unknown(open, expected), because: reason(open.value) };
    return pass(entries[0] ?? { path: `SecurityGroup${direction}`, value: undefined }, expected);
  };
}
