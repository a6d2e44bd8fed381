import { describe } from './describe';
import { isList, isMap, OneOf, Partial, Reference, Unknown, type Value } from './value';
import { forAll, forSome, type Trilean } from '../model';

/** More options than this are not listed: the value becomes `Unknown`. */
export const MAX_OPTIONS = 64;

/** What a value may be; `undefined` stands for "not set". One entry unless the value is `OneOf`. */
export function possibilities(value: Value | undefined): readonly (Value | undefined)[] {
  if (value instanceof OneOf) return value.options.map((option) => option ?? undefined);
  return [value ?? undefined];
}

/**
 * Whether `test` holds for everything that a value may be: false if it fails for one possibility, else unknown if a
 * possibility is `Unknown` or the test says so, else true. The test sees no bare `Unknown`, but may see `undefined`.
 */
export function holdsForAll(value: Value | undefined, test: (value: Value | undefined) => Trilean): Trilean {
  if (value instanceof OneOf)
    return forAll(possibilities(value), (option) => (option instanceof Unknown ? 'unknown' : test(option)));
  // Nearly every value is one: nothing is made for it.
  return value instanceof Unknown ? 'unknown' : test(value ?? undefined);
}

/** Whether `test` holds for everything that a value may be; it sees what is unknown, too. */
export function holdsForEach(value: Value | undefined, test: (value: Value | undefined) => Trilean): Trilean {
  return value instanceof OneOf ? forAll(possibilities(value), test) : test(value ?? undefined);
}

/** Whether `test` holds for something that a value may be; it sees what is unknown, too. */
export function holdsForAny(value: Value | undefined, test: (value: Value | undefined) => Trilean): Trilean {
  return value instanceof OneOf ? forSome(possibilities(value), test) : test(value ?? undefined);
}

/** Makes one value of several: flattened, without duplicates, `undefined` for "not set". */
export function oneOf(options: readonly (Value | undefined)[]): Value | undefined {
  const distinct = new Map<string, Value>();
  for (const option of options) {
    for (const single of option instanceof OneOf ? option.options : [option ?? null]) {
      distinct.set(identity(single), single);
      if (distinct.size > MAX_OPTIONS) return new Unknown(`has more than ${MAX_OPTIONS} possible values`);
    }
  }
  const [first, ...others] = distinct.values();
  return others.length === 0 ? (first ?? undefined) : new OneOf([...distinct.values()]);
}

/** Text that is the same for two values only if they are equal. */
export function identity(value: Value | undefined): string {
  if (value === undefined) return 'null';
  if (isList(value)) return `[${value.map(identity).join()}]`;
  if (isMap(value)) {
    const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${identity(item)}`).join()}}`;
  }
  if (value instanceof OneOf) return `(${value.options.map(identity).join('|')})`;
  if (value instanceof Reference) return `<${JSON.stringify([value.template, value.logicalId, value.attribute])}>`;
  if (value instanceof Partial) return `<${value.parts.map(identity).join('+')}>`;
  return value instanceof Unknown ? `<${describe(value)}>` : JSON.stringify(value);
}
