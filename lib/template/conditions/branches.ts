import { isJsonMap } from '../resolve/json';
import type { Scope } from '../resolve/scope';
import type { Facts } from './facts';

/** More combinations than this are not told apart. */
const MAX_BRANCHES = 32;

/**
 * The facts of each combination of conditions, by name, as far as they can be met together. Conditions that would make more
 * than 32 combinations are left undecided.
 */
export function branches(conditions: Iterable<string>, scope: Scope): readonly Facts[] {
  let places: readonly Facts[] = [scope.facts];
  for (const condition of conditions) {
    const split = places.flatMap((facts) => {
      const { whenTrue, whenFalse } = scope.names.branches(condition, facts);
      return [whenTrue, whenFalse].filter((place) => place !== undefined);
    });
    if (split.length <= MAX_BRANCHES) places = split;
  }
  return places;
}

/** Names of the conditions of all `Fn::If` in an expression, in the order in which they stand. */
export function conditionsIn(expression: unknown, names = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(expression)) {
    for (const item of expression) conditionsIn(item, names);
  } else if (isJsonMap(expression)) {
    const branch = expression['Fn::If'];
    if (Array.isArray(branch) && typeof branch[0] === 'string') names.add(branch[0]);
    for (const key of Object.keys(expression)) conditionsIn(expression[key], names);
  }
  return names;
}
