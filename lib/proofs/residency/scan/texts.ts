import { isList, OneOf, parseJsonText, Partial, Reference, Unknown, type Value } from '../../../template';
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

/** Way from the value that is searched to one below it. */
interface Trail {
  readonly above: Trail | undefined;
  readonly key: string;
}

interface Search {
  readonly found: FoundText[];
  /** Whether a text is worth telling; most are not, and nothing is made of them. */
  readonly wants: (value: string | Unknown, name: string) => boolean;
}

/**
 * Every text below a value, also within JSON text such as state machines and policy documents. Left out is what people
 * read, and what statements of policies deny or condition on.
 * @param wants Which texts are told. @default all
 */
export function textsIn(value: Value | undefined, wants: Search['wants'] = () => true): readonly FoundText[] {
  const search: Search = { found: [], wants };
  collect(value, { trail: undefined, name: '', isPermission: false }, search);
  return search.found;
}

interface Place {
  readonly trail: Trail | undefined;
  readonly name: string;
  readonly isPermission: boolean;
}

function collect(value: Value | undefined, place: Place, search: Search): void {
  if (typeof value === 'string' || value instanceof Partial) collectText(value, place, search);
  else if (typeof value !== 'object' || value === null || value instanceof Reference) return;
  else if (value instanceof Unknown) tell(value, place, search);
  else if (value instanceof OneOf) for (const option of value.options) collect(option, place, search);
  else if (isList(value)) collectList(value, place, search);
  else collectMap(value, place, search);
}

function collectList(items: readonly Value[], { trail, name, isPermission }: Place, search: Search): void {
  let index = 0;
  for (const item of items) {
    collect(item, { trail: { above: trail, key: String(index) }, name, isPermission }, search);
    index++;
  }
}

function collectMap(map: { readonly [key: string]: Value }, place: Place, search: Search): void {
  const isPolicy = isStatement(map);
  const isPermission = place.isPermission || isPolicy;
  for (const key of isPolicy ? permitted(map) : Object.keys(map)) {
    if (!isPolicy && WORDS.has(key)) continue;
    const name = /^\d+$/.test(key) ? place.name : key;
    collect(map[key], { trail: { above: place.trail, key }, name, isPermission }, search);
  }
}

/** Documents are often written as text: what stands within is judged as if it were not. */
function collectText(value: string | Partial, place: Place, search: Search): void {
  if (place.name === 'UserData' && typeof value === 'string' && isEncoded(value)) {
    tell(Buffer.from(value, 'base64').toString('utf8'), place, search);
    return;
  }
  const [first] = value instanceof Partial ? value.parts : [value];
  const isDocument = typeof first === 'string' && /^\s*[[{]/.test(first);
  const parsed = isDocument ? parseJsonText(value) : undefined;
  if (parsed === undefined) {
    tell(value, place, search);
    return;
  }
  // Places within a text have none of their own in the template.
  const inner: Search = { found: [], wants: search.wants };
  collect(parsed, place, inner);
  const path = pathOf(place.trail);
  for (const item of inner.found) search.found.push({ ...item, path });
}

function tell(value: string | Unknown, { trail, name, isPermission }: Place, { found, wants }: Search): void {
  if (wants(value, name)) found.push({ path: pathOf(trail), name, value, isPermission });
}

function pathOf(trail: Trail | undefined): string {
  if (trail === undefined) return '';
  const above = pathOf(trail.above);
  return above === '' ? trail.key : `${above}.${trail.key}`;
}

/** User data that was encoded before it came into the template. */
function isEncoded(text: string): boolean {
  return text.length > 12 && /^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text) && !/^\s*#/.test(text);
}
