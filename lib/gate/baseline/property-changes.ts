import { isList, isMap, possibilities, Unknown, type Value } from '../../template';
import { directionOf } from './directions';
import { canonical } from './places';
import { isPolicy, policyChanges } from './policy-changes';
import type { Change } from './weakening';

/** A value before and after, and where it stands. */
interface Pair {
  readonly before: Value | undefined;
  readonly after: Value | undefined;
  readonly path: string;
}

/** What the properties of one resource lose, each property by the direction that is told of it. */
export function propertyChanges(type: string, before: Value, after: Value): readonly Change[] {
  return changesAt(type, { before, after, path: 'Properties' });
}

function changesAt(type: string, pair: Pair): readonly Change[] {
  const { before, after, path } = pair;
  if (canonical(before) === canonical(after)) return [];
  if (isPolicy(before) || isPolicy(after)) return policyChanges(before, after, path, type);
  const weakened = weakenedAt(type, pair);
  return weakened ? [weakened] : within(pair).flatMap((inner) => changesAt(type, inner));
}

function weakenedAt(type: string, { before, after, path }: Pair): Change | undefined {
  const direction = directionOf(type, path.replace(/^Properties\.?/, '').replaceAll(/\.\d+(?=\.|$)/g, ''));
  const weaker = direction?.weaker(before, after) ?? false;
  if (!direction || weaker === false) return undefined;
  const seen = { property: path, observed: after, expected: before };
  if (weaker === true) return { rule: direction.rule, status: 'fail', ...seen };
  return { rule: direction.rule, status: 'unknown', ...seen, because: reasonOf(after) };
}

function reasonOf(value: Value | undefined): string {
  const open = possibilities(value).find((option) => option instanceof Unknown);
  return open instanceof Unknown ? open.reason : 'it cannot be told whether it is weaker than the baseline';
}

/** What stands below: members of maps by their names, of lists by what identifies them. */
function within(pair: Pair): readonly Pair[] {
  const { before, after, path } = pair;
  if (isMap(before)) {
    const other = isMap(after) ? after : {};
    if (after !== undefined && after !== null && !isMap(after)) return [];
    const names = new Set([...Object.keys(before), ...Object.keys(other)]);
    return [...names].map((name) => ({ before: before[name], after: other[name], path: `${path}.${name}` }));
  }
  if (isMap(after))
    return Object.keys(after).map((name) => ({ before: undefined, after: after[name], path: `${path}.${name}` }));
  return withinList(pair);
}

function withinList({ before, after, path }: Pair): readonly Pair[] {
  if (isList(after)) return isList(before) || TAKES_AWAY.test(path) ? paired(listOf(before), after, path) : [];
  // A list that is gone takes along what its elements said.
  if (isList(before) && (after === undefined || after === null)) {
    return before.map((item, index) => ({ before: item, after: undefined, path: `${path}.${index}` }));
  }
  return [];
}

function listOf(value: Value | undefined): readonly Value[] {
  return isList(value) ? value : [];
}

/** Lists whose elements each take something away: a new one is compared with none. */
const TAKES_AWAY = /LifecycleConfiguration\.Rules$/;

/** Elements that are the same thing before and after; what is new, or gone, has nothing to compare with. */
function paired(before: readonly Value[], after: readonly Value[], path: string): readonly Pair[] {
  const sameLength = before.length === after.length;
  return after.flatMap((item, index): Pair[] => {
    const name = nameOf(item);
    const other =
      name === undefined ? (sameLength ? before[index] : undefined) : before.find((each) => nameOf(each) === name);
    if (other === undefined && (!TAKES_AWAY.test(path) || before.some((each) => isRenamed(each, item)))) return [];
    return [{ before: other, after: item, path: `${path}.${index}` }];
  });
}

/** Whether both say the same by another name. */
function isRenamed(before: Value, after: Value): boolean {
  return isMap(before) && isMap(after) && canonical({ ...before, Id: null }) === canonical({ ...after, Id: null });
}

const NAMES = ['Id', 'ID', 'Sid', 'Name', 'Key', 'RuleName', 'PolicyName', 'DeviceName', 'IndexName', 'ParameterKey'];

function nameOf(value: Value): string | undefined {
  if (!isMap(value)) return undefined;
  const name = NAMES.find((each) => value[each] !== undefined);
  return name === undefined ? undefined : `${name}=${canonical(value[name])}`;
}
