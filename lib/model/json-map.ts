/** A JSON object, of which nothing more is known. */
export type JsonMap = { readonly [key: string]: unknown };

/** True for a JSON object, as opposed to a list, a scalar or nothing. */
export function isJsonMap(value: unknown): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
