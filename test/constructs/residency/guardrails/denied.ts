import type { GuardrailDocument } from '../../../../lib/model';

/** A request as AWS evaluates it: absent keys are absent. */
export interface Request {
  readonly action: string;
  readonly resource?: string;
  readonly context?: Readonly<Record<string, string | readonly string[]>>;
}

type Values = string | readonly string[];
interface Statement {
  readonly Sid: string;
  readonly Action?: Values;
  readonly NotAction?: Values;
  readonly Resource: Values;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, Values>>>>;
}

/** Names of the statements of a guardrail that deny a request. */
export function deniedBy({ document }: GuardrailDocument, request: Request): string[] {
  const statements: Statement[] = Reflect.get(document, 'Statement');
  return statements.filter((statement) => matches(statement, request)).map((statement) => statement.Sid);
}

function matches({ Action, NotAction, Resource, Condition = {} }: Statement, request: Request): boolean {
  const action = (patterns: Values) => anyLike(patterns, request.action.toLowerCase(), true);
  if (Action !== undefined && !action(Action)) return false;
  if (NotAction !== undefined && action(NotAction)) return false;
  if (!anyLike(Resource, request.resource ?? 'anything')) return false;
  return Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, expected]) => holds(operator, expected, request.context?.[key])),
  );
}

/** One operator on one key, as the IAM user guide defines it. */
function holds(operator: string, expected: Values, found: Values | undefined): boolean {
  if (operator === 'Null') return (found === undefined) === (expected === 'true');
  const forAnyValue = operator.startsWith('ForAnyValue:');
  const ifExists = operator.endsWith('IfExists');
  const name = operator.replace('ForAnyValue:', '').replace('IfExists', '');
  if (found === undefined) return forAnyValue ? false : ifExists || name.includes('Not');
  return [found].flat().some((value) => compare(name, expected, value));
}

function compare(name: string, expected: Values, found: string): boolean {
  switch (name) {
    case 'StringEquals':
    case 'Bool':
      return [expected].flat().includes(found);
    case 'StringNotEquals':
      return ![expected].flat().includes(found);
    case 'ArnNotLike':
      return !anyLike(expected, found);
    case 'NumericLessThan':
      return Number(found) < Number(expected);
    default:
      throw new Error(`the test does not know ${name}`);
  }
}

function anyLike(patterns: Values, text: string, ignoreCase = false): boolean {
  return [patterns].flat().some((pattern) => {
    const escaped = pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    return new RegExp(`^${escaped}$`, ignoreCase ? 'i' : '').test(text);
  });
}
