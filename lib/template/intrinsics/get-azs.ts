import { asText } from '../scalar';
import type { Scope } from '../resolve/scope';
import { Unknown, type Value } from '../value';
import { combine } from './combine';

/** `Fn::GetAZs`: which zones an account sees is known only at deployment; `source` tells equal lists apart. */
export function getAzs(argument: unknown, scope: Scope): Value | undefined {
  return combine([scope.resolve(argument)], ([region]) => {
    const given = region === undefined || region === '' ? scope.names.pseudo('AWS::Region') : region;
    const name = asText(given) ?? (given instanceof Unknown ? given.source : undefined) ?? 'AWS::Region';
    return new Unknown(`the availability zones of ${name} are known only at deployment`, `Fn::GetAZs ${name}`);
  });
}
