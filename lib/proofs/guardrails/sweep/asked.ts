import type { Action } from '../actions';
import type { Deny } from './escape';

/** What statements may ask of an action. */
export interface Asked {
  readonly resources: boolean;
  /** Condition keys, in lower case. */
  readonly keys: ReadonlySet<string>;
}

export function askedOf(denies: readonly Deny[]): Asked {
  const statements = denies.map(({ statement }) => statement);
  return {
    resources: statements.some((each) => each.resources?.negated !== false || !each.resources.texts.includes('*')),
    keys: new Set(statements.flatMap(({ tests }) => tests.map(({ key }) => key.toLowerCase()))),
  };
}

/** What of an action the statements that cover it may ask for: its resources where they name some, and its keys. */
export function shapeOf(action: Action, asked: Asked): string {
  const resources = asked.resources
    ? [action.needed, action.optional].map((types) => types.flatMap(({ arns }) => arns).join()).join('/')
    : '';
  const keys =
    asked.keys.size === 0 ? [] : keyNames(action).filter((name) => asked.keys.has(name) || name.includes('${'));
  return `${resources}|${keys.join()}`;
}

const NAMES = new WeakMap<Action['keys'], readonly string[]>();

/** Lower case; actions of the same line of the table share them. */
function keyNames({ keys }: Action): readonly string[] {
  const known = NAMES.get(keys) ?? keys.map(({ name }) => name.toLowerCase());
  NAMES.set(keys, known);
  return known;
}
