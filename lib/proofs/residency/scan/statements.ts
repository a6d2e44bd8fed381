import { asText, type Value } from '../../../template';

/** Elements of a statement that limit it: naming a region there moves nothing. */
const LIMITS = new Set(['Condition', 'NotAction', 'NotResource', 'NotPrincipal', 'Sid', 'Action', 'Effect']);

/** Whether a map is a statement of a policy document. */
export function isStatement(value: { readonly [key: string]: Value }): boolean {
  return value['Effect'] !== undefined && ('Action' in value || 'NotAction' in value);
}

/**
 * What a statement lets somebody do somewhere: its resources and principals where it allows, nothing where it denies. What
 * it denies, or conditions on, moves nothing.
 */
export function permitted(statement: { readonly [key: string]: Value }): readonly (readonly [string, Value])[] {
  if (asText(statement['Effect'])?.toLowerCase() === 'deny') return [];
  return Object.entries(statement).filter(([key]) => !LIMITS.has(key));
}
