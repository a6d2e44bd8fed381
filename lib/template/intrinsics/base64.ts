import { asText } from '../scalar';
import type { Scope } from '../resolve/scope';
import { Partial, Unknown, type Value } from '../value';
import { combine } from './combine';

/**
 * `Fn::Base64`. The text is kept as it is, so that rules can read user data; text that is known in part stays `Partial`.
 */
export function base64(argument: unknown, scope: Scope): Value | undefined {
  return combine([scope.resolve(argument)], ([value]) => {
    if (value instanceof Partial) return value;
    return (
      asText(value) ?? (value === undefined ? undefined : new Unknown('text that is encoded is made at deployment'))
    );
  });
}
