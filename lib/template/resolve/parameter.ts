import { allows } from '../conditions/facts';
import { combine } from '../intrinsics/combine';
import { splitParts } from '../intrinsics/split';
import { oneOf } from '../possibilities';
import { partsOf } from '../text';
import { isList, Unknown, type Value } from '../value';
import { asText } from '../scalar';
import { own, type JsonMap } from './json';
import type { Scope } from './scope';

/** Looks a name up in the parameter store of the unit. */
export type StoredParameter = (name: string) => Value | undefined;

const STORED = /^AWS::SSM::Parameter::Value<(.*)>$/;

/** Type of the values that the store holds, for a parameter whose value is a name in the store. */
export function storedType(declaration: JsonMap): string | undefined {
  return STORED.exec(typeOf(declaration))?.[1];
}

export function typeOf(declaration: JsonMap): string {
  return asText(asScalar(own(declaration, 'Type'))) ?? 'String';
}

/** `AllowedValues` as texts; undefined when there are none. */
export function allowedValues(declaration: JsonMap): readonly string[] | undefined {
  const values = own(declaration, 'AllowedValues');
  if (!Array.isArray(values) || values.length === 0) return undefined;
  return values.map((value: unknown) => String(value));
}

/** Text of a declaration's `Default`; undefined when it has none. */
export function defaultOf(declaration: JsonMap): string | undefined {
  const value = own(declaration, 'Default');
  return Array.isArray(value) ? value.map(String).join(',') : asText(asScalar(value));
}

/**
 * A parameter that nothing binds: the only value that the facts allow, else the default (unless the scope is open), else
 * what the facts allow, else unknown.
 */
export function unboundParameter(name: string, declaration: JsonMap, scope: Scope, stored: StoredParameter): Value {
  const inner = storedType(declaration);
  return inner === undefined
    ? unboundPlain(name, declaration, scope, stored)
    : unboundStored(name, declaration, inner, scope, stored);
}

function unboundPlain(name: string, declaration: JsonMap, scope: Scope, stored: StoredParameter): Value {
  const { only, not } = scope.facts.domain(name);
  const texts = only ? [...only] : [];
  const value = (text: string) => typed(text, typeOf(declaration), scope, stored);
  const [single, second] = texts;
  if (single !== undefined && second === undefined) return value(single);
  const byDefault = defaultOf(declaration);
  if (
    !scope.open &&
    byDefault !== undefined &&
    allows({ ...(only ? { only } : {}), ...(not ? { not } : {}) }, byDefault)
  ) {
    return value(byDefault);
  }
  if (!scope.open && texts.length > 0) return oneOf(texts.map(value)) ?? null;
  return new Unknown(reasonFor(name, byDefault), name);
}

/**
 * A stored parameter that nothing binds. Conditions see what the store holds, so facts are about that, and not about the name:
 * the only value that the facts allow, else what the store holds under the default name, as far as the facts allow it.
 */
function unboundStored(
  name: string,
  declaration: JsonMap,
  inner: string,
  scope: Scope,
  stored: StoredParameter,
): Value {
  const variable = `stored value of ${name}`;
  const domain = scope.facts.domain(variable);
  const [single, second] = domain.only ?? [];
  if (single !== undefined && second === undefined) return typed(single, inner, scope, stored);
  const byDefault = defaultOf(declaration);
  if (scope.open || byDefault === undefined) return new Unknown(reasonFor(name, byDefault), variable);
  const held = stored(byDefault) ?? notStored(byDefault, scope);
  const text = asText(held);
  if (text !== undefined && !allows(domain, text)) return new Unknown(reasonFor(name, byDefault), variable);
  return typed(held, inner, scope, stored);
}

/** A value as its parameter's type makes it: lists are split, names of the parameter store are looked up. */
export function typed(value: Value, type: string, scope: Scope, stored: StoredParameter): Value {
  const inner = STORED.exec(type)?.[1];
  const result = combine([value], ([option]) => {
    if (inner !== undefined) {
      const name = asText(option);
      return name === undefined
        ? new Unknown('the name of a stored parameter is not known')
        : typed(stored(name) ?? notStored(name, scope), inner, scope, stored);
    }
    if (isList(option)) return isListType(type) ? option : new Unknown('a list is given for a text parameter');
    return isListType(type) ? listOf(option, scope) : scalarText(option);
  });
  return result ?? null;
}

/** What no template of the unit writes: known only where a condition says what it is. */
function notStored(name: string, { facts }: Scope): Value {
  const variable = `stored parameter ${name}`;
  const [single, second] = facts.domain(variable).only ?? [];
  if (single !== undefined && second === undefined) return single;
  return new Unknown(`stored parameter ${name} is not in these templates`, variable);
}

/** Whether the value of a parameter of this type is a list. */
export function isListType(type: string): boolean {
  return type === 'CommaDelimitedList' || type.startsWith('List<');
}

function listOf(value: Value | undefined, scope: Scope): Value {
  if (value === '') return [];
  const items = splitParts(partsOf(value) ?? [], ',', scope);
  return isList(items) ? items.map((item) => (typeof item === 'string' ? item.trim() : item)) : items;
}

function scalarText(value: Value | undefined): Value | undefined {
  return asText(value) ?? value;
}

function asScalar(value: unknown): string | number | boolean | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined;
}

function reasonFor(name: string, byDefault: string | undefined): string {
  if (byDefault === undefined) return `parameter ${name} has no default`;
  return `parameter ${name} is given at deployment; its default ${JSON.stringify(byDefault)} does not apply here`;
}
