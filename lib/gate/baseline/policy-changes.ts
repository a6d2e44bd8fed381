import { isMap, Unknown, type Value } from '../../template';
import { GUARDRAIL_LOOSENED, POLICY_BROADENED } from '../claims';
import { covers, piecesOf } from './covers';
import { statementsOf, type Statement } from './statement';
import type { Change } from './weakening';

/** Whether a value is a policy: a map with statements, or its text. */
export function isPolicy(value: Value | undefined): boolean {
  const policy = policyOf(value);
  return isMap(policy) && policy['Statement'] !== undefined;
}

/** What a policy allows that it did not, and denies no more. */
export function policyChanges(
  before: Value | undefined,
  after: Value | undefined,
  path: string,
  type: string,
): readonly Change[] {
  if (after instanceof Unknown && !isPolicy(after)) {
    const rule = type === 'AWS::Organizations::Policy' ? GUARDRAIL_LOOSENED : POLICY_BROADENED;
    return [{ rule, status: 'unknown', property: path, observed: after, expected: before, because: after.reason }];
  }
  const was = statementsOf(policyOf(before));
  const is = statementsOf(policyOf(after));
  return [...lostDenials(was, is, path), ...newPermissions(was, is, path, type)];
}

function policyOf(value: Value | undefined): Value | undefined {
  if (typeof value !== 'string' || !value.trimStart().startsWith('{')) return value;
  try {
    const parsed: Value = JSON.parse(value);
    return parsed;
  } catch {
    return value;
  }
}

function lostDenials(was: readonly Statement[], is: readonly Statement[], path: string): readonly Change[] {
  const denials = is.filter(({ effect }) => effect === 'Deny');
  return was
    .filter(({ effect }) => effect === 'Deny')
    .filter((statement) => !piecesOf(statement).every((piece) => denials.some((denial) => covers(denial, piece))))
    .map((statement) => ({
      rule: GUARDRAIL_LOOSENED,
      status: 'fail',
      property: path,
      observed: denials.length === 0 ? 'no denial' : 'a narrower denial, or none',
      expected: told(statement),
    }));
}

function newPermissions(
  was: readonly Statement[],
  is: readonly Statement[],
  path: string,
  type: string,
): readonly Change[] {
  const before = was.filter(({ effect }) => effect === 'Allow');
  return is
    .filter(({ effect }) => effect === 'Allow')
    .flatMap((statement): Change[] => {
      const [piece] = piecesOf(statement).filter(
        (each) => !before.some((other) => covers(other, each)) && isBroad(each, before, type),
      );
      if (!piece) return [];
      return [
        {
          rule: POLICY_BROADENED,
          status: 'fail',
          property: `${path}.Statement.${statement.index}`,
          observed: told(piece),
          expected: 'no more than the baseline allows',
        },
      ];
    });
}

/**
 * Whether a permission that the baseline does not give is a weakening. To whom a resource opens itself always is. Rights of
 * an identity grow with every feature: those count that name everything, or that have lost a condition.
 */
function isBroad(piece: Statement, before: readonly Statement[], type: string): boolean {
  if (piece.principals !== undefined || type === 'AWS::Organizations::Policy') return true;
  const everything = !piece.resources.not && piece.resources.texts.includes('*');
  const allActions = piece.actions.not || piece.actions.texts.some((action) => /^(\*|[a-z0-9-]+:\*)$/.test(action));
  return everything || allActions || before.some((other) => covers({ ...other, conditions: [] }, piece));
}

/** A statement in short. */
function told({ effect, actions, resources, principals, conditions }: Statement): object {
  return {
    Effect: effect,
    [actions.not ? 'NotAction' : 'Action']: actions.texts,
    [resources.not ? 'NotResource' : 'Resource']: resources.texts,
    ...(principals ? { [principals.not ? 'NotPrincipal' : 'Principal']: principals.texts } : {}),
    ...(conditions.length > 0
      ? { Condition: conditions.map(({ operator, key, values }) => `${operator} ${key}: ${values.join(', ')}`) }
      : {}),
  };
}
