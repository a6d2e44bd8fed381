import type { Scope } from '../resolve/scope';
import { isList, OneOf, Unknown, type Value } from '../value';
import { combine } from './combine';

/** `Fn::Length`: number of items of a list. */
export function length(argument: unknown, scope: Scope): Value | undefined {
  return combine([scope.resolve(argument)], ([list]) => {
    if (!isList(list)) return new Unknown('the length of a list is known only at deployment');
    if (list.some((item) => item instanceof OneOf && item.options.includes(null)))
      return new Unknown('a list has items that may be removed');
    return list.length;
  });
}
