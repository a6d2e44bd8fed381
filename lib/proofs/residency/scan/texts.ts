import { isList, isMap, OneOf, parseJsonText, Partial, Unknown, type Value } from '../../../template';
import { isStatement, permitted } from './statements';

/** A text, or something unresolved, and where it stands. */
export interface FoundText {
  readonly path: string;
  /** Nearest name above it. */
  readonly name: string;
  readonly value: string | Unknown;
  /** It is what a statement of a policy allows. */
  readonly isPermission: boolean;
}

/** Words for people: what they name moves nothing. */
const WORDS = new Set(['Description', 'Comment', 'Tags', 'TagSet', 'DisplayName', 'AlarmDescription']);

interface Place {
  readonly path: string;
  readonly name: string;
  readonly isPermission: boolean;
}

/**
 * Every text below a value, also within JSON text such as state machines and policy documents. Left out is what people
 * read, and what statements of policies deny or condition on.
 */
export function textsIn(value: Value | undefined): readonly FoundText[] {
  const found: FoundText[] = [];
  collect(value, { path: '', name: '', isPermission: false }, found);
  return found;
}

function collect(value: Value | undefined, place: Place, into: FoundText[]): void {
  if (typeof value === 'string' || value instanceof Partial) collectText(value, place, into);
  else if (value instanceof Unknown) into.push({ ...place, value });
  else if (value instanceof OneOf) for (const option of value.options) collect(option, place, into);
  else if (isList(value)) {
    for (const [index, item] of value.entries())
      collect(item, { ...place, path: joined(place.path, String(index)) }, into);
  } else if (value !== undefined && isMap(value)) {
    collectMap(value, place, into);
  }
}

function collectMap(map: { readonly [key: string]: Value }, place: Place, into: FoundText[]): void {
  const isPolicy = isStatement(map);
  const entries: readonly (readonly [string, Value])[] = isPolicy
    ? permitted(map)
    : Object.entries(map).filter(([key]) => !WORDS.has(key));
  for (const [key, item] of entries) {
    const name = /^\d+$/.test(key) ? place.name : key;
    collect(item, { path: joined(place.path, key), name, isPermission: place.isPermission || isPolicy }, into);
  }
}

/** Documents are often written as text: what stands within is judged as if it were not. */
function collectText(value: string | Partial, place: Place, into: FoundText[]): void {
  if (place.name === 'UserData' && typeof value === 'string' && isEncoded(value)) {
    into.push({ ...place, value: Buffer.from(value, 'base64').toString('utf8') });
    return;
  }
  const [first] = value instanceof Partial ? value.parts : [value];
  const isDocument = typeof first === 'string' && /^\s*[[{]/.test(first);
  const parsed = isDocument ? parseJsonText(value) : undefined;
  if (parsed === undefined) {
    into.push({ ...place, value });
    return;
  }
  // Places within a text have none of their own in the template.
  const inner: FoundText[] = [];
  collect(parsed, { ...place, path: '' }, inner);
  for (const item of inner) into.push({ ...item, path: place.path });
}

/** User data that was encoded before it came into the template. */
function isEncoded(text: string): boolean {
  return text.length > 12 && /^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text) && !/^\s*#/.test(text);
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
