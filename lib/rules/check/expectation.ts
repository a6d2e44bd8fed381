import { forAll, forSome, not, type Trilean } from '../../model';
import {
  asBoolean,
  asNumber,
  asText,
  at,
  DynamicReference,
  Elsewhere,
  holdsForAll,
  holdsForEach,
  isList,
  Partial,
  Reference,
  Unknown,
  type Value,
} from '../../template';
import { opposite, shapesOf, type Shape } from './shape';

/** What a value must be: a three-valued test, and the same in words. */
export interface Expectation {
  readonly expected: string;
  /** The same for other languages; undefined where only code says it. */
  readonly shape?: Shape | undefined;
  /** False if one possibility of the value fails; unknown if it cannot be told. */
  test(value: Value | undefined): Trilean;
}

/** An expectation on values that are known; what is made at deployment is unknown. `undefined` stands for "not set". */
export function expectation(
  expected: string,
  known: (value: Value | undefined) => Trilean,
  shape?: Shape,
): Expectation {
  const holds = (option: Value | undefined): Trilean => (option instanceof Reference ? 'unknown' : known(option));
  return { expected, shape, test: (value) => holdsForAll(value, holds) };
}

export const isTrue = expectation('true', (value) => asBoolean(value) === true, {
  is: 'boolean',
  value: true,
});

/** Not set counts as false. */
export const isNotTrue = expectation('false or not set', (value) => asBoolean(value) !== true, {
  is: 'not-boolean',
  value: true,
});

/** Not set does not count as false: the service's default is true. */
export const isFalse = expectation('false', (value) => asBoolean(value) === false, {
  is: 'boolean',
  value: false,
});

/** Not set counts as true: the service's default. */
export const isNotFalse = expectation('true or not set', (value) => asBoolean(value) !== false, {
  is: 'not-boolean',
  value: false,
});

/** Set to something: text, of which parts may be made at deployment, or a reference; an empty text is nothing. */
export const present: Expectation = {
  expected: 'set',
  shape: { is: 'set' },
  test: (value) => holdsForEach(value, isSet),
};

export const absent: Expectation = {
  expected: 'not set',
  shape: { is: 'not-set' },
  test: (value) => holdsForEach(value, (option) => not(isSet(option))),
};

/** Text that is known in part is set, and so is what stands elsewhere; a parameter without a value may be empty. */
function isSet(option: Value | undefined): Trilean {
  if (option instanceof Partial || option instanceof DynamicReference || option instanceof Elsewhere) return true;
  if (option instanceof Unknown && option.source?.startsWith('AWS::')) return true;
  return option instanceof Unknown ? 'unknown' : option !== undefined && option !== '';
}

/** A list or map with something in it. */
export const filled = expectation(
  'not empty',
  (value) => {
    if (isList(value)) return forSome(value, (item) => present.test(item));
    return value !== undefined && value !== '' && (typeof value !== 'object' || Object.keys(value ?? {}).length > 0);
  },
  { is: 'filled' },
);

/** One of these texts, whatever their case; numbers and booleans are compared as text. */
export function among(...texts: readonly string[]): Expectation {
  const wanted = new Set(texts.map((text) => text.toLowerCase()));
  return expectation(texts.join(' or '), (value) => wanted.has(asText(value)?.toLowerCase() ?? ''), {
    is: 'among',
    texts,
  });
}

/** None of these texts, whatever their case; not set is none of them. */
export function noneOf(...texts: readonly string[]): Expectation {
  const unwanted = new Set(texts.map((text) => text.toLowerCase()));
  return expectation(`not ${texts.join(' or ')}`, (value) => !unwanted.has(asText(value)?.toLowerCase() ?? ''), {
    is: 'none-of',
    texts,
  });
}

/** A number of at least `limit`; not set is not. */
export function atLeast(limit: number, unit = ''): Expectation {
  const known = (value: Value | undefined): boolean => {
    const number = asNumber(value);
    return number !== undefined && number >= limit;
  };
  return expectation(`at least ${limit}${unit && ` ${unit}`}`, known, { is: 'at-least', limit });
}

/** A number of at most `limit`; not set is not. */
export function atMost(limit: number, unit = ''): Expectation {
  const known = (value: Value | undefined): boolean => {
    const number = asNumber(value);
    return number !== undefined && number <= limit;
  };
  return expectation(`at most ${limit}${unit && ` ${unit}`}`, known, { is: 'at-most', limit });
}

/** A text that matches. */
export function matching(expected: string, pattern: RegExp): Expectation {
  return expectation(expected, (value) => pattern.test(asText(value) ?? ''), { is: 'matching', pattern });
}

/** Like `inner`, except that not set is right too: what the service does by default meets the control. */
export function orAbsent(inner: Expectation): Expectation {
  const holds = (option: Value | undefined): Trilean => option === undefined || inner.test(option);
  return {
    expected: `${inner.expected}, or not set`,
    shape: inner.shape && { is: 'absent-or', inner: inner.shape },
    test: (value) => holdsForAll(value, holds),
  };
}

/** The value at a path below this one meets `inner`; every item where the path says `[]`. */
export function field(path: string, inner: Expectation): Expectation {
  return {
    expected: `${path} ${inner.expected}`,
    shape: inner.shape && { is: 'field', path, inner: inner.shape },
    test: (value) => forAll(at(value, path), (found) => inner.test(found.value)),
  };
}

/** Every one of these holds. */
export function all(...inner: readonly Expectation[]): Expectation {
  const shapes = shapesOf(inner);
  return {
    expected: inner.map((item) => item.expected).join(' and '),
    shape: shapes && { is: 'all', inner: shapes },
    test: (value) => forAll(inner, (item) => item.test(value)),
  };
}

/** At least one of these holds, for each possibility of the value. */
export function either(...inner: readonly Expectation[]): Expectation {
  const shapes = shapesOf(inner);
  return {
    expected: inner.map((item) => item.expected).join(' or '),
    shape: shapes && { is: 'either', inner: shapes },
    test: (value) => holdsForAll(value, (option) => forSome(inner, (item) => item.test(option))),
  };
}

/** At least one item of the list meets `inner`, for each possibility of the list. */
export function some(inner: Expectation): Expectation {
  return {
    expected: `an item with ${inner.expected}`,
    shape: inner.shape && { is: 'some', inner: inner.shape },
    test: (value) =>
      holdsForAll(value, (option) => {
        if (option instanceof Reference) return 'unknown';
        const items = isList(option) ? option : option === undefined ? [] : [option];
        return forSome(items, (item) => inner.test(item));
      }),
  };
}

/** Turns an expectation round. A value with several possibilities, some of which hold, meets neither. */
export function isNot(expected: string, inner: Expectation): Expectation {
  const holds = (option: Value | undefined): Trilean => not(inner.test(option));
  return { expected, shape: opposite(inner.shape), test: (value) => holdsForAll(value, holds) };
}
