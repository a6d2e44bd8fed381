import { asText, type Value } from '../../../template';

/** Elements of a statement that limit it: naming a region there moves nothing. */
const LIMITS = new Set(['Condition', 'NotAction', 'NotResource', 'NotPrincipal', 'Sid', 'Action', 'Effect']);

/** Whether a map is a statement of a policy document. */
export function isStatement(value: { readonly [key: string]: Value }): boolean {
  return value['Effect'] !== undefined && ('Action' in value || 'NotAction' in value);
}

/**
 * The elements of a statement that say what it lets somebody do somewhere: its resources and principals where it allows,
 * nothing where it denies. What it denies, or conditions on, moves nothing.
 */
export function permitted(statement: { readonly [key: string]: Value }): readonly string[] {
  if (asText(statement['Effect'])?.toLowerCase() === 'deny') return [];
  return Object.keys(statement).filter((key) => !LIMITS.has(key));
}
