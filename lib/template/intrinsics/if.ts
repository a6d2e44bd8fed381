import { oneOf } from '../possibilities';
import type { Scope } from '../resolve/scope';
import type { Value } from '../value';
import { malformed } from './malformed';

/** `Fn::If`: `[condition, value if true, value if false]`. An undecided condition gives both branches that can be reached. */
export function ifElse(argument: unknown, scope: Scope): Value | undefined {
  if (!Array.isArray(argument) || argument.length !== 3) return malformed('Fn::If', '[condition, value, value]');
  const [condition, first, second]: readonly unknown[] = argument;
  if (typeof condition !== 'string') return malformed('Fn::If', 'the name of a condition');
  const { whenTrue, whenFalse } = scope.names.branches(condition, scope.facts);
  if (whenTrue && whenFalse)
    return oneOf([scope.under(whenTrue).resolve(first), scope.under(whenFalse).resolve(second)]);
  if (whenTrue) return scope.under(whenTrue).resolve(first);
  return whenFalse
    ? scope.under(whenFalse).resolve(second)
    : malformed('Fn::If', `a condition ${condition} that can be met`);
}
