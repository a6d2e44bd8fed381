import { isJsonMap } from '../../../model';
import { listed } from '../document/document-problem';

/** A text of a policy that could not be resolved; what it matches is unknown. */
export const OPEN = Symbol('a text that is not known');
export type PolicyText = string | typeof OPEN;

/** `Action` or `NotAction`, `Resource` or `NotResource`: the patterns, and whether everything else is meant. */
export interface Patterns {
  readonly negated: boolean;
  readonly texts: readonly PolicyText[];
}

/** Whom a statement names: `{ kind: 'AWS', name: '*' }`; the bare asterisk has the kind `*`. */
export interface NamedPrincipal {
  readonly kind: string;
  readonly name: PolicyText;
}

export interface Principals {
  readonly negated: boolean;
  readonly named: readonly NamedPrincipal[];
}

/** What a condition asks of one key. */
export interface ConditionTest {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly PolicyText[];
}

/** One statement, its one-or-many elements as lists. `undefined` where an element is not there. */
export interface PolicyStatement {
  /** Its Sid, else its position from 1. */
  readonly name: string;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: Patterns;
  readonly resources: Patterns | undefined;
  readonly principals: Principals | undefined;
  readonly tests: readonly ConditionTest[];
}

/** A policy document, read. */
export interface PolicyDocument {
  /** For people: `policy region-deny`. */
  readonly name: string;
  /** Whether its version knows policy variables: `2012-10-17` does. */
  readonly hasVariables: boolean;
  readonly statements: readonly PolicyStatement[];
  /** Why some of it could not be read; what such a part says is unknown. */
  readonly unread: readonly string[];
}

/**
 * Reads a policy document as it stands in JSON. Values that are {@link OPEN} stand for texts that are not known.
 * @param name For people, in reasons.
 */
export function readPolicy(document: unknown, name: string): PolicyDocument {
  if (!isJsonMap(document)) return { name, hasVariables: true, statements: [], unread: ['it is not an object'] };
  const read = listed(document['Statement'] ?? [], []).map(({ value }, index) => readStatement(value, index));
  return {
    name,
    hasVariables: document['Version'] === '2012-10-17',
    statements: read.filter((each) => typeof each !== 'string'),
    unread: read.filter((each) => typeof each === 'string'),
  };
}

function readStatement(value: unknown, index: number): PolicyStatement | string {
  const position = String(index + 1);
  if (!isJsonMap(value)) return `statement ${position} is not an object`;
  const sid = value['Sid'];
  const name = typeof sid === 'string' && sid !== '' ? sid : position;
  const { Effect: effect } = value;
  if (effect !== 'Allow' && effect !== 'Deny') return `statement ${name} neither allows nor denies`;
  const actions = patterns(value, 'Action');
  if (!actions) return `statement ${name} has neither Action nor NotAction, or both`;
  const twice = ['Resource', 'Principal'].find((element) => element in value && `Not${element}` in value);
  if (twice) return `statement ${name} has ${twice} and Not${twice}`;
  const tests = testsOf(value['Condition']);
  if (!tests) return `the condition of statement ${name} cannot be read`;
  return { name, effect, actions, resources: patterns(value, 'Resource'), principals: principalsOf(value), tests };
}

function patterns(statement: Readonly<Record<string, unknown>>, element: string): Patterns | undefined {
  const negated = `Not${element}` in statement;
  if (negated === element in statement) return undefined;
  return { negated, texts: textsOf(statement[negated ? `Not${element}` : element]) };
}

function principalsOf(statement: Readonly<Record<string, unknown>>): Principals | undefined {
  const negated = 'NotPrincipal' in statement;
  const value = statement[negated ? 'NotPrincipal' : 'Principal'];
  if (value === undefined) return undefined;
  if (!isJsonMap(value)) {
    return { negated, named: textsOf(value).map((name) => ({ kind: name === '*' ? '*' : 'AWS', name })) };
  }
  return {
    negated,
    named: Object.entries(value).flatMap(([kind, names]) => textsOf(names).map((name) => ({ kind, name }))),
  };
}

function testsOf(condition: unknown): readonly ConditionTest[] | undefined {
  if (condition === undefined) return [];
  if (!isJsonMap(condition)) return undefined;
  const tests = Object.entries(condition).map(([operator, keys]) =>
    isJsonMap(keys)
      ? Object.entries(keys).map(([key, values]): ConditionTest => ({ operator, key, values: textsOf(values) }))
      : undefined,
  );
  return tests.every((each) => each !== undefined) ? tests.flat() : undefined;
}

function textsOf(value: unknown): readonly PolicyText[] {
  return listed(value, []).map((each) => {
    if (typeof each.value === 'string') return each.value;
    return typeof each.value === 'number' || typeof each.value === 'boolean' ? String(each.value) : OPEN;
  });
}
