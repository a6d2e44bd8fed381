import { describe, isList, isMap, OneOf, Reference, Unknown, type Found, type Value } from '../../template';
import type { RuleResult } from '../rule';

export const NOT_APPLICABLE: RuleResult = { status: 'not-applicable' };

/** Path of a property in a template. */
export function propertyPath(path: string): string {
  return path === '' ? 'Properties' : `Properties.${path}`;
}

export function fail({ path, value }: Found, expected: string): RuleResult {
  return { status: 'fail', property: propertyPath(path), observed: value ?? 'not set', expected };
}

export function pass({ path, value }: Found, expected: string): RuleResult {
  return { status: 'pass', property: propertyPath(path), observed: value ?? 'not set', expected };
}

export function unknown({ path, value }: Found, expected: string): RuleResult {
  return {
    status: 'unknown',
    property: propertyPath(path),
    observed: value ?? 'not set',
    expected,
    because: reason(value),
  };
}

/** What could not be resolved, in words. */
function reason(value: Value | undefined): string {
  return reasonOf(value) ?? `${describe(value)} is made at deployment`;
}

/** Why the first value in it that is not known is not; undefined where all is known, or made at deployment. */
export function reasonOf(value: Value | undefined): string | undefined {
  if (value instanceof Unknown) return value.reason;
  if (value instanceof Reference || value === undefined || value === null) return undefined;
  const parts =
    value instanceof OneOf ? value.options : isList(value) ? value : isMap(value) ? Object.values(value) : [];
  for (const part of parts) {
    const found = reasonOf(part);
    if (found !== undefined) return found;
  }
  return undefined;
}
