import type { Property } from './model';
import { line, token } from './text';

/** Namespace of what OSCAL has no name for. */
export const NAMESPACE = 'urn:lionrock:oscal';

/** A property in the namespace of Lionrock. */
export function property(name: string, value: string, kind?: string): Property {
  return {
    name: token(name),
    ns: NAMESPACE,
    value: line(value),
    ...(kind === undefined ? {} : { class: token(kind) }),
  };
}

/** Properties of those values that are known. */
export function properties(values: Readonly<Record<string, string | number | boolean | undefined>>): Property[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [property(name, String(value))],
  );
}

/** A list only where there is something in it: NIST's schemas refuse empty ones. */
export function listed<K extends string, T>(name: K, items: readonly T[]): { readonly [key in K]?: readonly T[] } {
  const some: { [key in K]?: readonly T[] } = {};
  if (items.length > 0) some[name] = items;
  return some;
}
