import { partsOf } from '../text';
import type { Scope } from '../resolve/scope';
import { isList, Unknown, type Part, type Value } from '../value';
import { combine } from './combine';
import { malformed } from './malformed';
import { textMade } from './text-made';

/** `Fn::Join`: `[delimiter, list]`. */
export function join(argument: unknown, scope: Scope): Value | undefined {
  if (!Array.isArray(argument) || argument.length !== 2) return malformed('Fn::Join', '[delimiter, list]');
  const [delimiter, list] = argument.map((item: unknown) => scope.resolve(item));
  return combine([list], ([items]) => {
    if (typeof delimiter !== 'string') return malformed('Fn::Join', 'a delimiter that is text');
    if (items instanceof Unknown) return new Unknown(`a list that is joined is not known: ${items.reason}`);
    if (!isList(items)) return new Unknown('a list that is joined is made at deployment');
    return combine(items, (values) => joinItems(values, delimiter, scope));
  });
}

function joinItems(values: readonly (Value | undefined)[], delimiter: string, scope: Scope): Value {
  const parts: Part[] = [];
  for (const value of values.filter((item) => item !== undefined && item !== null)) {
    if (parts.length > 0) parts.push(delimiter);
    for (const part of partsOf(value) ?? [new Unknown('a list or map stands in text')]) parts.push(part);
  }
  return textMade(parts, scope);
}
