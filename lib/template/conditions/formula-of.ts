import { identity } from '../possibilities';
import { isJsonMap, own } from '../resolve/json';
import type { Scope } from '../resolve/scope';
import { asText } from '../scalar';
import { textEndsWith, textStartsWith } from '../text';
import { DynamicReference, isList, isMap, OneOf, Partial, Reference, Unknown, type Value } from '../value';
import { constant, type Formula } from './formula';

/**
 * Reads a condition: `Fn::Equals`, `Fn::And`, `Fn::Or`, `Fn::Not` or `Condition`, and what `Rules` know besides:
 * `Fn::Contains`, `Fn::EachMemberEquals`, `Fn::EachMemberIn`. The scope must be an open one.
 */
export function formulaOf(expression: unknown, scope: Scope): Formula {
  if (typeof expression === 'boolean') return constant(expression);
  const [entry, ...others] = isJsonMap(expression) ? Object.entries(expression) : [];
  if (!entry || others.length > 0) return opaque(expression);
  const [name, argument] = entry;
  if (name === 'Condition' && typeof argument === 'string') return { kind: 'condition', name: argument };
  return (Array.isArray(argument) ? functionOf(name, argument, scope) : undefined) ?? opaque(expression);
}

function functionOf(name: string, operands: readonly unknown[], scope: Scope): Formula | undefined {
  const read = (operand: unknown): Formula => formulaOf(operand, scope);
  switch (name) {
    case 'Fn::And':
      return { kind: 'all', operands: operands.map(read) };
    case 'Fn::Or':
      return { kind: 'any', operands: operands.map(read) };
    case 'Fn::Not':
      return operands.length === 1 ? { kind: 'not', operand: read(operands[0]) } : undefined;
    case 'Fn::Equals':
      return operands.length === 2 ? equalityOf(operands[0], operands[1], scope) : undefined;
    case 'Fn::Contains':
    case 'Fn::EachMemberEquals':
    case 'Fn::EachMemberIn':
      return operands.length === 2
        ? membersOf(name, scope.resolve(operands[0]), scope.resolve(operands[1]))
        : undefined;
    default:
      return undefined;
  }
}

/** Comparisons that one function over lists may make. */
const MAX_COMPARISONS = 1000;

/** Undefined where a list or what is compared is not known, or where there is too much to compare. */
function membersOf(name: string, list: Value | undefined, other: Value | undefined): Formula | undefined {
  if (!isList(list)) return undefined;
  const items = name === 'Fn::Contains' ? [other] : list;
  const others =
    name === 'Fn::Contains' ? list : name === 'Fn::EachMemberEquals' ? [other] : isList(other) ? other : undefined;
  if (!others || items.length * others.length > MAX_COMPARISONS) return undefined;
  return together(
    'all',
    items.map((item) => among(item, others)),
  );
}

function among(value: Value | undefined, list: readonly (Value | undefined)[]): Formula | undefined {
  return together(
    'any',
    list.map((item) => equality(value, item)),
  );
}

function together(kind: 'all' | 'any', formulas: readonly (Formula | undefined)[]): Formula | undefined {
  const operands = formulas.filter((formula) => formula !== undefined);
  return operands.length === formulas.length ? { kind, operands } : undefined;
}

/** Two equal expressions of one template have equal truth. */
function opaque(expression: unknown): Formula {
  return { kind: 'opaque', key: `opaque ${JSON.stringify(expression)}` };
}

function equalityOf(first: unknown, second: unknown, scope: Scope): Formula | undefined {
  const [a, b] = [scope.resolve(first), scope.resolve(second)];
  const list = a === '' ? joinedList(second, scope) : b === '' ? joinedList(first, scope) : undefined;
  return list === undefined ? equality(a, b) : { kind: 'equals', variable: list, text: '' };
}

/** The list parameter that is joined: templates ask so whether a list is empty, and it is when its text is. */
function joinedList(expression: unknown, scope: Scope): string | undefined {
  const argument = own(expression, 'Fn::Join');
  const list = Array.isArray(argument) && argument.length === 2 ? scope.resolve(argument[1]) : undefined;
  return isVariable(list) ? list.source : undefined;
}

/** Undefined when nothing can be said. CloudFormation compares scalars as text: `true` equals `"true"`. */
function equality(a: Value | undefined, b: Value | undefined): Formula | undefined {
  const [left, right] = [asText(a), asText(b)];
  if (left !== undefined && right !== undefined) return constant(left === right);
  if (right !== undefined) return equalsText(a, right);
  if (left !== undefined) return equalsText(b, left);
  if (isVariable(a) && isVariable(b) && a.source === b.source) return constant(true);
  return isPlain(a) && isPlain(b) ? constant(identity(a) === identity(b)) : undefined;
}

function equalsText(value: Value | undefined, text: string): Formula | undefined {
  if (isVariable(value)) return { kind: 'equals', variable: value.source, text };
  if (value instanceof OneOf) return equalityOfOptions(value, text);
  return canBe(value, text) ? undefined : constant(false);
}

function equalityOfOptions(value: OneOf, text: string): Formula | undefined {
  const possible = value.options.map((option) =>
    asText(option) === text ? true : canBe(option, text) ? undefined : false,
  );
  const [first] = possible;
  return first !== undefined && possible.every((item) => item === first) ? constant(first) : undefined;
}

/** Whether a value that is not a scalar may turn out to be the text. What a resource returns is never empty. */
function canBe(value: Value | undefined, text: string): boolean {
  if (value instanceof Reference) return text !== '';
  if (value instanceof Partial) {
    const length = value.parts.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0);
    return (
      length <= text.length &&
      textStartsWith(text, headOf(value)) === true &&
      textEndsWith(text, tailOf(value)) === true
    );
  }
  return value instanceof Unknown || value instanceof OneOf;
}

function headOf(value: Partial): string {
  const [first] = value.parts;
  return typeof first === 'string' ? first : '';
}

function tailOf(value: Partial): string {
  const last = value.parts.at(-1);
  return typeof last === 'string' ? last : '';
}

function isVariable(value: Value | undefined): value is Unknown & { readonly source: string } {
  if (!(value instanceof Unknown) || value instanceof Partial || value instanceof DynamicReference) return false;
  return value.source !== undefined;
}

/** Known through and through. */
function isPlain(value: Value | undefined): boolean {
  if (isList(value)) return value.every(isPlain);
  if (isMap(value)) return Object.values(value).every(isPlain);
  return value !== undefined && (value === null || typeof value !== 'object');
}
