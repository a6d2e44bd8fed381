import type { Facts } from '../conditions/facts';
import { isLoop } from '../expand/for-each';
import { INTRINSICS } from '../intrinsics';
import { transform } from '../intrinsics/transform';
import { textOf } from '../text';
import { DynamicReference, Unknown, type Value } from '../value';
import { isJsonMap, setOwn, type JsonMap } from './json';
import { openMap } from './open-map';
import type { Names, Scope } from './scope';

/** A scope for the expressions of one template. */
export function scopeOf(names: Names, facts: Facts, open: boolean): Scope {
  const scope: Scope = {
    names,
    facts,
    open,
    resolve: (expression) => resolve(expression, scope),
    under: (other) => (other === facts ? scope : scopeOf(names, other, open)),
  };
  return scope;
}

function resolve(expression: unknown, scope: Scope): Value | undefined {
  if (typeof expression === 'string') return resolveText(expression, scope);
  if (typeof expression === 'object' && expression !== null) return resolveDeep(expression, scope);
  if (expression === null || typeof expression === 'number' || typeof expression === 'boolean') return expression;
  // A template holds nothing else: what a caller adds in memory (a bigint, a symbol) is kept as its text.
  return typeof expression === 'bigint' || typeof expression === 'symbol' ? expression.toString() : undefined;
}

/** Deepest evaluation, through all templates that one value leads to: the stack never overflows. */
const MAX_DEPTH = 500;
let depth = 0;

function resolveDeep(expression: object, scope: Scope): Value | undefined {
  if (depth >= MAX_DEPTH) return new Unknown(`an expression leads through more than ${MAX_DEPTH} others`);
  depth++;
  try {
    if (Array.isArray(expression)) return resolveList(expression, scope);
    return isJsonMap(expression) ? resolveMap(expression, scope) : undefined;
  } finally {
    depth--;
  }
}

/** A dynamic reference to a parameter that a template of the unit writes has that value. */
function resolveText(text: string, scope: Scope): Value {
  if (!text.includes('{{resolve:')) return text;
  const value = textOf([text]);
  if (!(value instanceof DynamicReference) || value.service !== 'ssm') return value;
  const [key = ''] = value.key;
  return (typeof key === 'string' ? scope.names.stored(key.replace(/:\d+$/, '')) : undefined) ?? value;
}

/** A list in which nothing is resolved stays the same one: so does all that stands in it, and nothing is copied. */
function resolveList(items: readonly unknown[], scope: Scope): Value {
  const values: Value[] = [];
  let isSame = true;
  for (const item of items) {
    const value = resolve(item, scope);
    isSame &&= value === item && value !== undefined;
    if (value !== undefined) values.push(value);
  }
  return isSame ? (items as readonly Value[]) : values;
}

function resolveMap(map: JsonMap, scope: Scope): Value | undefined {
  const keys = Object.keys(map);
  const [first = ''] = keys;
  if (first === 'Ref' || first.startsWith('Fn::')) {
    const intrinsic = INTRINSICS.get(first);
    if (keys.length === 1 && intrinsic) return intrinsic(map[first], scope);
    if (keys.length === 1 && first.startsWith('Fn::') && !isLoop(first))
      return new Unknown(`unknown function ${first}`);
  }
  return resolveEntries(map, keys, scope);
}

/** Macros and loops that cannot be unrolled leave the map open. A map in which nothing is resolved stays the same one. */
function resolveEntries(map: JsonMap, keys: readonly string[], scope: Scope): Value {
  const result: { [key: string]: Value } = {};
  let openReason: string | undefined;
  let isSame = true;
  for (const key of keys) {
    if (isLoop(key)) openReason = `${key} cannot be unrolled: its collection is not known`;
    else if (key === 'Fn::Transform') openReason = transform(map[key]).reason;
    else {
      const value = resolve(map[key], scope);
      isSame &&= value === map[key] && value !== undefined;
      if (value !== undefined) setOwn(result, key, value);
    }
  }
  if (openReason !== undefined) return openMap(result, openReason);
  return isSame ? (map as { readonly [key: string]: Value }) : result;
}
