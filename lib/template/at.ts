import { isList, isMap, OneOf, Reference, Unknown, type Value } from './value';

/** A value and where it stands below the properties: `Rules.0.Destination`. */
export interface Found {
  readonly path: string;
  readonly value: Value | undefined;
}

const NOT_SET: readonly Found[] = [];

/**
 * All values at a path of property names; `[]` after a name means every item of its list. Each possibility of a value
 * that has several is followed. A name that is not set gives one found `undefined`; a list that is not set gives none.
 * A single map where a list belongs counts as a list of one, as some CloudFormation resources accept it.
 */
export function at(value: Value | undefined, path: string, prefix = ''): readonly Found[] {
  return path === '' ? [{ path: prefix, value }] : walk({ path: prefix, value }, stepsOf(path), 0);
}

interface Step {
  readonly name: string;
  readonly isEach: boolean;
  /** The path from its beginning to here. */
  readonly whole: string;
}

const HERE: Step = { name: '', isEach: false, whole: '' };

const STEPS = new Map<string, readonly Step[]>();

/** Rules ask for the same few paths again and again. */
function stepsOf(path: string): readonly Step[] {
  const known = STEPS.get(path);
  if (known) return known;
  let whole = '';
  const steps = path.split('.').map((step) => {
    const isEach = step.endsWith('[]');
    const name = isEach ? step.slice(0, -2) : step;
    whole = whole === '' ? name : `${whole}.${name}`;
    return { name, isEach, whole };
  });
  STEPS.set(path, steps);
  return steps;
}

/** Goes down step by step, and follows each way where there are several. */
function walk(from: Found, steps: readonly Step[], position: number): readonly Found[] {
  let { path, value } = from;
  const isFromRoot = path === '' && position === 0;
  for (let next = position; next < steps.length; next++) {
    if (value instanceof OneOf) return walkEach(value, path, steps, next);
    if (value instanceof Unknown || value instanceof Reference) return [{ path, value: opaque(value) }];
    const { name, isEach, whole } = steps[next] ?? HERE;
    if (name !== '') {
      value = isMap(value) ? value[name] : undefined;
      path = isFromRoot ? whole : path === '' ? name : `${path}.${name}`;
    }
    if (isEach) return items({ path, value }, steps, next + 1);
  }
  return [{ path, value }];
}

function walkEach({ options }: OneOf, path: string, steps: readonly Step[], position: number): readonly Found[] {
  return options.flatMap((option) => walk({ path, value: option }, steps, position));
}

function items({ path, value }: Found, steps: readonly Step[], position: number): readonly Found[] {
  if (value === undefined || value === null) return NOT_SET;
  if (value instanceof OneOf) {
    return value.options.flatMap((option) => items({ path, value: option }, steps, position));
  }
  if (value instanceof Unknown || value instanceof Reference) return [{ path, value: opaque(value) }];
  if (!isList(value)) return walk({ path, value }, steps, position);
  const found: Found[] = [];
  for (const [index, item] of value.entries()) found.push(...itemAt(`${path}.${index}`, item, steps, position));
  return found;
}

/** An item that is one of several may also be left out (`AWS::NoValue`): then there is nothing to judge. */
function itemAt(path: string, item: Value, steps: readonly Step[], position: number): readonly Found[] {
  if (item instanceof OneOf) return item.options.flatMap((option) => itemAt(path, option, steps, position));
  return item === null ? NOT_SET : walk({ path, value: item }, steps, position);
}

/** What stands inside a value that is made at deployment cannot be read. */
function opaque(value: Unknown | Reference): Unknown {
  return value instanceof Unknown ? value : new Unknown(`what ${value.logicalId} gives is made at deployment`);
}

/** The value at a path without `[]`; several possibilities stay several. */
export function get(value: Value | undefined, path: string): Value | undefined {
  const found = at(value, path);
  const [first, ...others] = found;
  if (others.length === 0) return first?.value ?? undefined;
  return new OneOf(found.flatMap((item) => (item.value instanceof OneOf ? item.value.options : [item.value ?? null])));
}
