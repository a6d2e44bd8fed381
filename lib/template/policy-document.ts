import { parseJsonText } from './json-text';
import { asText } from './scalar';
import { isList, isMap, OneOf, Partial, Unknown, type Value } from './value';

/** Who a statement speaks of: `{ kind: 'AWS', name: '*' }`; kind `*` is the bare asterisk. */
export interface Principal {
  readonly kind: string;
  readonly name: Value;
}

/** One statement of a policy document, its one-or-many elements as lists. */
export interface Statement {
  /** Where it stands below the properties: `PolicyDocument.Statement.0`. */
  readonly path: string;
  /** False when some deployments are without it. */
  readonly isCertain: boolean;
  readonly effect: Value | undefined;
  readonly actions: readonly Value[];
  readonly notActions: readonly Value[];
  readonly resources: readonly Value[];
  readonly notResources: readonly Value[];
  readonly principals: readonly Principal[];
  readonly notPrincipals: readonly Principal[];
  readonly condition: Value | undefined;
  /** As it stands in the template, for evidence. */
  readonly body: Value;
}

/** A policy document as far as it can be read. */
export interface PolicyDocument {
  readonly path: string;
  readonly statements: readonly Statement[];
  /** What could not be read, with its reason. */
  readonly unresolved: readonly Unknown[];
}

/** Reads a policy document: a map, or JSON text. */
export function policyDocument(value: Value | undefined, path: string): PolicyDocument {
  const found: { statements: Statement[]; unresolved: Unknown[] } = { statements: [], unresolved: [] };
  readDocument(value, { path, isCertain: true }, found);
  return { path, ...found };
}

interface Place {
  readonly path: string;
  readonly isCertain: boolean;
}

interface Sink {
  readonly statements: Statement[];
  readonly unresolved: Unknown[];
}

function readDocument(value: Value | undefined, place: Place, into: Sink): void {
  if (value instanceof OneOf) {
    for (const option of value.options) readDocument(option, { ...place, isCertain: false }, into);
  } else if (value instanceof Partial || typeof value === 'string') readText(value, place, into);
  else if (value instanceof Unknown) into.unresolved.push(value);
  else if (isMap(value)) readStatements(value['Statement'], { ...place, path: `${place.path}.Statement` }, into);
  else if (value !== undefined && value !== null) into.unresolved.push(new Unknown('the policy document is no map'));
}

function readText(text: string | Partial, place: Place, into: Sink): void {
  const parsed = parseJsonText(text);
  if (isMap(parsed)) return readStatements(parsed['Statement'], place, into);
  into.unresolved.push(text instanceof Partial ? text : new Unknown('the policy document is text that is not JSON'));
}

/** Statements may be one or many; the path of a single one carries no position. */
function readStatements(value: Value | undefined, place: Place, into: Sink): void {
  if (value instanceof OneOf) {
    for (const option of value.options) readStatements(option, { ...place, isCertain: false }, into);
  } else if (isList(value)) {
    for (const [index, item] of value.entries()) {
      readStatements(item, { ...place, path: `${place.path}.${index}` }, into);
    }
  } else if (isMap(value)) into.statements.push(statement(value, place));
  else if (value instanceof Unknown) into.unresolved.push(value);
  else if (value !== undefined && value !== null)
    into.unresolved.push(new Unknown('a statement is made at deployment'));
}

/** Reads one statement that stands alone, as an event bus policy has it. */
export function statement(body: { readonly [key: string]: Value }, { path, isCertain }: Place): Statement {
  return {
    path,
    isCertain,
    effect: body['Effect'],
    actions: listOf(body['Action']),
    notActions: listOf(body['NotAction']),
    resources: listOf(body['Resource']),
    notResources: listOf(body['NotResource']),
    principals: principalsOf(body['Principal']),
    notPrincipals: principalsOf(body['NotPrincipal']),
    condition: body['Condition'],
    body,
  };
}

/** Every text that one of the possibilities holds. */
export function listOf(value: Value | undefined): readonly Value[] {
  if (value === undefined || value === null) return [];
  if (value instanceof OneOf) return value.options.flatMap(listOf);
  return isList(value) ? value.flatMap(listOf) : [value];
}

function principalsOf(value: Value | undefined): readonly Principal[] {
  return listOf(value).flatMap((item) => {
    if (isMap(item)) {
      return Object.entries(item).flatMap(([kind, names]) => listOf(names).map((name) => ({ kind, name })));
    }
    return [{ kind: asText(item) === '*' ? '*' : 'AWS', name: item }];
  });
}
