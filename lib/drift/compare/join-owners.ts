import type { MemberKind } from '../collection';
import type { Difference } from '../difference';
import { isJsonList, type Json } from '../json';

type Differs = Difference & { readonly kind: 'differs' };

/**
 * Of a member that several owners lost each owner tells that it is not among them: together they tell who keeps it. One
 * that nobody keeps is missing.
 */
export function joinOwners(differences: readonly Difference[], kinds: readonly MemberKind[]): Difference[] {
  const owners = new Map(kinds.map(({ type, owner }) => [type, owner]));
  const lost = new Map<string, Differs>();
  const others: Difference[] = [];
  for (const one of differences) {
    if (one.kind !== 'differs' || one.property !== owners.get(one.type)) {
      others.push(one);
      continue;
    }
    const key = `${one.template} ${one.logicalId}`;
    const before = lost.get(key);
    lost.set(key, before ? { ...one, found: inBoth(before.found, one.found) } : one);
  }
  return [...others, ...[...lost.values()].map((one) => (listOf(one.found).length > 0 ? one : missing(one)))];
}

function missing({ template, logicalId, type, constructPath }: Differs): Difference {
  return { template, logicalId, type, kind: 'missing', ...(constructPath === undefined ? {} : { constructPath }) };
}

function inBoth(one: Json, other: Json): Json {
  const names = listOf(other);
  return listOf(one).filter((name) => names.includes(name));
}

function listOf(value: Json): readonly Json[] {
  return isJsonList(value) ? value : [];
}
