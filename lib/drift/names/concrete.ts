import { describe, isList, isMap, OneOf, Partial, Reference, Unknown, type Part, type Value } from '../../template';
import type { Json } from '../json';

/** A value of a template that nobody can tell from here. */
export class Open {
  constructor(
    /** Why: `attribute Endpoint of Hub is not known`. */
    readonly reason: string,
  ) {}
}

/** Values of the parameters of a stack. */
export type Parameters = ReadonlyMap<string, string>;

/** A resolved value of a template as it came out at deployment; `Open` when any part of it is not known. */
export function concrete(value: Value | undefined, parameters: Parameters): Json | Open {
  if (value === undefined || value === null) return null;
  if (value instanceof Partial) return textOf(value.parts, parameters);
  if (value instanceof Reference || value instanceof Unknown) return textOf([value], parameters);
  if (value instanceof OneOf) return new Open(`it is one of several, by a condition: ${describe(value)}`);
  if (isList(value)) return listOf(value, parameters);
  if (isMap(value)) return mapOf(value, parameters);
  return value;
}

function listOf(items: readonly Value[], parameters: Parameters): Json | Open {
  const found: Json[] = [];
  for (const item of items) {
    const made = concrete(item, parameters);
    if (made instanceof Open) return made;
    found.push(made);
  }
  return found;
}

function mapOf(map: { readonly [key: string]: Value }, parameters: Parameters): Json | Open {
  const found: Record<string, Json> = {};
  for (const [key, item] of Object.entries(map)) {
    const made = concrete(item, parameters);
    if (made instanceof Open) return made;
    found[key] = made;
  }
  return found;
}

function textOf(parts: readonly Part[], parameters: Parameters): string | Open {
  const texts: string[] = [];
  for (const part of parts) {
    const text = typeof part === 'string' ? part : partText(part, parameters);
    if (text === undefined) return new Open(typeof part === 'string' ? part : `${describe(part)} is not known`);
    texts.push(text);
  }
  return texts.join('');
}

function partText(part: Reference | Unknown, parameters: Parameters): string | undefined {
  if (part instanceof Reference || part.source === undefined) return undefined;
  return parameters.get(part.source);
}
