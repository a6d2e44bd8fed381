import type { Difference, Place } from '../difference';
import { concrete, Open } from '../names/concrete';
import { leftOut } from './left-out';
import { GROUPS, type StackSet } from './stack-set';

/**
 * That a stack set does not serve some accounts: by what its groups say then, or undecided where templates cannot say it.
 * @param because Why it does not serve them.
 */
export function notServed(
  { resource, home }: StackSet,
  place: Place,
  accounts: readonly string[],
  because: string,
): Difference {
  const designed = concrete(resource.properties[GROUPS], home.parameters);
  const found = designed instanceof Open ? undefined : leftOut(designed, accounts);
  if (designed instanceof Open || found === undefined) {
    return { ...place, kind: 'unread', properties: [GROUPS], because };
  }
  return { ...place, kind: 'differs', property: GROUPS, designed, found, because };
}
