/** The same document with each text in it named anew: files of a git revision are read from copies that are gone by now. */
export function withNames<T>(document: T, nameOf: (text: string) => string): T {
  return renamed(document, nameOf) as T;
}

function renamed(value: unknown, nameOf: (text: string) => string): unknown {
  if (typeof value === 'string') return nameOf(value);
  if (Array.isArray(value)) return value.map((item) => renamed(item, nameOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renamed(item, nameOf)]));
}
