import type { Scope } from '../resolve/scope';
import { Reference, Unknown, type Value } from '../value';

/**
 * A value from another template may rest on a default of that template. In an open scope it decides nothing, except that
 * it is what a resource returns.
 */
export function opened(value: Value, scope: Scope): Value {
  if (!scope.open || value instanceof Reference || value instanceof Unknown) return value;
  return new Unknown('a value of another template may differ at deployment');
}
