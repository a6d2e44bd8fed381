import { asNumber } from '../scalar';
import type { Scope } from '../resolve/scope';
import { isList, OneOf, Reference, Unknown, type Value } from '../value';
import { combine } from './combine';
import { malformed } from './malformed';

/** `Fn::Select`: `[index, list]`. */
export function select(argument: unknown, scope: Scope): Value | undefined {
  if (!Array.isArray(argument) || argument.length !== 2) return malformed('Fn::Select', '[index, list]');
  const [position, list] = argument.map((item: unknown) => scope.resolve(item));
  return combine([position, list], ([index, items]) => selectItem(index, items));
}

function selectItem(index: Value | undefined, items: Value | undefined): Value | undefined {
  const number = asNumber(index);
  if (index instanceof Unknown) return new Unknown(`an index is not known: ${index.reason}`);
  if (number === undefined) return malformed('Fn::Select', 'an index');
  if (items instanceof Unknown) {
    return new Unknown(`item ${number} of a list that is not known: ${items.reason}`, itemName(number, items.source));
  }
  if (items instanceof Reference) {
    const name = `${items.logicalId}${items.attribute ? `.${items.attribute}` : ''}`;
    return new Unknown(`item ${number} of ${name} is made at deployment`, itemName(number, name));
  }
  if (!isList(items)) return malformed('Fn::Select', 'a list');
  if (items.some(isRemovable)) {
    return combine(items, (values) =>
      itemOf(
        values.filter((value) => value !== undefined),
        number,
      ),
    );
  }
  return itemOf(items, number);
}

/** An item that may be removed shifts the ones after it. */
function isRemovable(item: Value): boolean {
  return item instanceof OneOf && item.options.includes(null);
}

function itemOf(items: readonly Value[], number: number): Value | undefined {
  return number in items && Number.isInteger(number)
    ? items[number]
    : new Unknown(`a list of ${items.length} has no item ${number}`);
}

function itemName(index: number, list: string | undefined): string | undefined {
  return list === undefined ? undefined : `${list}[${index}]`;
}
