import { isList, isMap, type Value } from '../../template';
import { plainText } from './places';

/** What part of a statement says: these, or all but these. */
export interface Members {
  readonly not: boolean;
  readonly texts: readonly string[];
}

export interface ConditionEntry {
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

/** A statement of a policy in comparable form. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: Members;
  readonly resources: Members;
  /** Undefined in a policy of an identity. */
  readonly principals: Members | undefined;
  readonly conditions: readonly ConditionEntry[];
  /** Position in the policy. */
  readonly index: number;
}

/** The statements of a policy; none where it is not a map with statements. */
export function statementsOf(policy: Value | undefined): readonly Statement[] {
  if (!isMap(policy)) return [];
  const list = policy['Statement'];
  const entries = isList(list) ? list : list === undefined ? [] : [list];
  return entries.flatMap((entry, index) => (isMap(entry) ? [statementOf(entry, index)] : []));
}

function statementOf(entry: { readonly [key: string]: Value }, index: number): Statement {
  const principal = membersOf(entry, 'Principal', principalTexts);
  return {
    effect: entry['Effect'] === 'Deny' ? 'Deny' : 'Allow',
    actions: membersOf(entry, 'Action', (value) => texts(value).map((text) => text.toLowerCase())) ?? ALL,
    resources: membersOf(entry, 'Resource', texts) ?? ALL,
    principals: principal,
    conditions: conditionsOf(entry['Condition']),
    index,
  };
}

const ALL: Members = { not: false, texts: ['*'] };

function membersOf(
  entry: { readonly [key: string]: Value },
  name: string,
  read: (value: Value) => readonly string[],
): Members | undefined {
  const given = entry[name];
  if (given !== undefined && given !== null) return { not: false, texts: read(given) };
  const others = entry[`Not${name}`];
  return others === undefined || others === null ? undefined : { not: true, texts: read(others) };
}

function texts(value: Value | undefined): readonly string[] {
  return isList(value) ? value.map(plainText) : value === undefined ? [] : [plainText(value)];
}

/** `{ AWS: … }` by kind; everybody by any kind is everybody. */
function principalTexts(value: Value): readonly string[] {
  if (!isMap(value)) return texts(value);
  return Object.entries(value).flatMap(([kind, list]) =>
    texts(list).map((text) => (text === '*' ? '*' : `${kind}:${text}`)),
  );
}

function conditionsOf(condition: Value | undefined): readonly ConditionEntry[] {
  if (!isMap(condition)) return [];
  return Object.entries(condition).flatMap(([operator, keys]) =>
    isMap(keys)
      ? Object.entries(keys).map(([key, values]) => ({
          operator: operator.toLowerCase(),
          key: key.toLowerCase(),
          values: texts(values),
        }))
      : [],
  );
}
