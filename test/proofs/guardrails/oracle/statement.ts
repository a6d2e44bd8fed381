import { conditionHolds, type Values } from './condition';
import { globMatches, substituted } from './text';

// A second reading of AWS's policy language, written from the IAM user guide alone and without a look at the engine: slow,
// two-valued, for requests of which everything is known. The differential test compares the two.

export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: '*' | Readonly<Record<string, readonly string[]>>;
  readonly NotPrincipal?: Readonly<Record<string, readonly string[]>>;
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: readonly string[];
  readonly NotResource?: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

export interface Document {
  readonly Version: '2012-10-17';
  readonly Statement: readonly Statement[];
}

export interface Asked {
  readonly action: string;
  readonly resource: string;
  /** Values by key in lower case; a key that is not there is not in the request. */
  readonly values: Values;
}

/** Whether a statement speaks of a request, its principal left aside. */
export function applies(statement: Statement, { action, resource, values }: Asked): boolean {
  const { Action, NotAction, Resource, NotResource, Condition = {} } = statement;
  const named = (patterns: readonly string[]) =>
    patterns.some((pattern) => globMatches(pattern.toLowerCase(), action.toLowerCase()));
  if (Action && !named(Action)) return false;
  if (NotAction && named(NotAction)) return false;
  const covered = (patterns: readonly string[]) =>
    patterns.some((pattern) => {
      const text = substituted(pattern, values);
      return text !== undefined && globMatches(text, resource);
    });
  if (Resource && !covered(Resource)) return false;
  if (NotResource && covered(NotResource)) return false;
  return Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) =>
      conditionHolds(operator, wanted, values.get(key.toLowerCase()), values),
    ),
  );
}
