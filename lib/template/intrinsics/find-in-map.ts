import { oneOf } from '../possibilities';
import { asText } from '../scalar';
import { isJsonMap, own } from '../resolve/json';
import type { Scope } from '../resolve/scope';
import { Unknown, type Value } from '../value';
import { combine } from './combine';
import { malformed } from './malformed';

/** `Fn::FindInMap`: `[map, first key, second key, { DefaultValue }]`. A key that is open may be any key of the map. */
export function findInMap(argument: unknown, scope: Scope): Value | undefined {
  if (!Array.isArray(argument) || argument.length < 3) return malformed('Fn::FindInMap', '[map, key, key]');
  const [map, first, second] = argument.slice(0, 3).map((item: unknown) => scope.resolve(item));
  const fallback = own(argument[3], 'DefaultValue');
  return combine([map, first, second], ([name, ...keys]) => {
    if (typeof name !== 'string') return new Unknown('the name of a mapping is not known');
    const mapping = scope.names.mapping(name);
    if (!isJsonMap(mapping)) return new Unknown(`${name} is not a mapping of this template`);
    const found = descend(mapping, keys);
    const missing = () =>
      new Unknown(`mapping ${name} has no entry ${keys.map((key) => asText(key) ?? '?').join('.')}`);
    const values = found.map((item) => scope.resolve(item));
    if (found.length > 0 && (fallback === undefined || keys.every((key) => asText(key) !== undefined)))
      return oneOf(values);
    return fallback === undefined ? missing() : oneOf([...values, scope.resolve(fallback)]);
  });
}

/** The entries under the keys; a key that is not known stands for every key. */
function descend(mapping: unknown, keys: readonly (Value | undefined)[]): readonly unknown[] {
  let level: readonly unknown[] = [mapping];
  for (const key of keys) {
    const text = asText(key);
    level = level.flatMap((map) => {
      if (text !== undefined) return own(map, text) === undefined ? [] : [own(map, text)];
      return isJsonMap(map) ? Object.values(map) : [];
    });
  }
  return level;
}
