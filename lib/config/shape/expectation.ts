import type { z } from 'zod';

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping of keys and values',
  record: 'a mapping of keys and values',
};

/** What was expected where the schema found an issue, in plain words. */
export function expectationOf(issue: z.core.$ZodIssue): string {
  const own = /^expected (.+)$/s.exec(issue.message)?.[1];
  if (own !== undefined) return own;
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return oneOf(issue.values.map((value) => (typeof value === 'string' ? value : String(value))));
    case 'too_small':
      return bound(issue.origin, 'at least', issue.minimum);
    case 'too_big':
      return bound(issue.origin, 'at most', issue.maximum);
    case 'invalid_union':
      return unionExpectation(issue);
    case 'not_multiple_of':
      return `a multiple of ${issue.divisor}`;
    case 'unrecognized_keys':
      return 'only known keys';
    default:
      return 'a value in the form that the reference page of the config gives';
  }
}

/** `a, b or c`. */
export function oneOf(words: readonly string[]): string {
  const last = words.at(-1) ?? 'nothing';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

function unionExpectation(issue: z.core.$ZodIssueInvalidUnion): string {
  const [first] = issue.errors;
  if (!first) return 'one of the known types';
  return oneOf([...new Set(issue.errors.flatMap((errors) => errors.slice(0, 1).map(expectationOf)))]);
}

function bound(origin: string, words: string, limit: number | bigint): string {
  if (origin === 'string')
    return limit === 1n || limit === 1 ? 'text that is not empty' : `text of ${words} ${limit} characters`;
  if (origin === 'array' || origin === 'set') return `a list of ${words} ${limit}`;
  return `a number of ${words} ${limit}`;
}
