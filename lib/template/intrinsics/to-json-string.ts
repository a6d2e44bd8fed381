import { partsOf } from '../text';
import { possibilities } from '../possibilities';
import type { Scope } from '../resolve/scope';
import { isList, isMap, OneOf, Unknown, type Part, type Value } from '../value';
import { malformed } from './malformed';
import { textMade } from './text-made';

/** `Fn::ToJsonString`: a list or map as JSON text; unresolved parts stay parts of the text. */
export function toJsonString(argument: unknown, scope: Scope): Value | undefined {
  const value = scope.resolve(argument);
  if (!isList(value) && !isMap(value))
    return value instanceof Unknown ? value : malformed('Fn::ToJsonString', 'a list or map');
  return textMade(toParts(value), scope);
}

function toParts(value: Value): readonly Part[] {
  if (isList(value)) return ['[', ...separated(value.map(toParts)), ']'];
  if (isMap(value)) {
    return [
      '{',
      ...separated(Object.entries(value).map(([key, item]) => [`${JSON.stringify(key)}:`, ...toParts(item)])),
      '}',
    ];
  }
  if (value instanceof OneOf) return [new Unknown(`one of ${possibilities(value).length} values`)];
  if (value === null || typeof value === 'string') return [JSON.stringify(value)];
  if (typeof value === 'object') return ['"', ...(partsOf(value) ?? []).map(escaped), '"'];
  return [String(value)];
}

function escaped(part: Part): Part {
  return typeof part === 'string' ? JSON.stringify(part).slice(1, -1) : part;
}

function separated(items: readonly (readonly Part[])[]): readonly Part[] {
  return items.flatMap((item, index) => (index === 0 ? item : [',', ...item]));
}
