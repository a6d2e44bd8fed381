import { asText, isList, isMap, possibilities, Unknown, type Value } from '../../template';
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
  if (isList(after)) return paired(isList(before) ? before : [], after, path);
  // A list that is gone takes along what its elements said.
  if (isList(before) && (after === undefined || after === null)) {
    return before.map((item, index) => ({ before: item, after: undefined, path: `${path}.${index}` }));
  }
  return [];
}

/** Elements that are the same thing before and after; what is new, or gone, has nothing to compare with. */
function paired(before: readonly Value[], after: readonly Value[], path: string): readonly Pair[] {
  const takesAway = TAKES_AWAY.test(path);
  return after.flatMap((item, index): readonly Pair[] => {
    const other = counterpart(item, index, before, before.length === after.length);
    const pair = { before: other, after: item, path: `${path}.${index}` };
    if (takesAway) return takingAway(pair, before);
    return other === undefined ? [] : [pair];
  });
}

/** What an element was before: what has its name, or without a name what stood at its place in a list as long. */
function counterpart(item: Value, index: number, before: readonly Value[], sameLength: boolean): Value | undefined {
  const name = nameOf(item);
  if (name !== undefined) return before.find((each) => nameOf(each) === name);
  return sameLength ? before[index] : undefined;
}

/** Lists whose elements each take something away while they are in force: what is new in force is compared with none. */
const TAKES_AWAY = /LifecycleConfiguration\.Rules$/;

function takingAway({ before, after, path }: Pair, all: readonly Value[]): readonly Pair[] {
  if (!inForce(after)) return [];
  const was = inForce(before) ? before : undefined;
  if (was === undefined && all.some((each) => inForce(each) && isRenamed(each, after))) return [];
  return [{ before: was, after, path }];
}

/** What may be in force is: only what is surely disabled takes nothing away. */
function inForce(value: Value | undefined): boolean {
  return !isMap(value) || possibilities(value['Status']).some((status) => asText(status) !== 'Disabled');
}

/** Whether both say the same by another name. */
function isRenamed(before: Value | undefined, after: Value | undefined): boolean {
  return isMap(before) && isMap(after) && canonical({ ...before, Id: null }) === canonical({ ...after, Id: null });
}

const NAMES = ['Id', 'ID', 'Sid', 'Name', 'Key', 'RuleName', 'PolicyName', 'DeviceName', 'IndexName', 'ParameterKey'];

function nameOf(value: Value): string | undefined {
  if (!isMap(value)) return undefined;
  const name = NAMES.find((each) => value[each] !== undefined);
  return name === undefined ? undefined : `${name}=${canonical(value[name])}`;
}
