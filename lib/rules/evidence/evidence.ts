import type { Category, Evidence } from '../../model';
import { describe, OneOf, Partial, Reference, Unknown } from '../../template';
import { MASK, maskNamed, maskText, namesSecret } from './mask';

/** Longest text and list, and deepest nesting, that a finding carries: reports stay small whatever a template holds. */
const MAX_TEXT = 400;
const MAX_ITEMS = 30;
const MAX_DEPTH = 8;

export interface Observation {
  readonly observed?: unknown;
  readonly expected?: unknown;
  readonly because?: string;
}

export interface Subject {
  readonly category: Category;
  /** Dotted path of the property that was observed. */
  readonly property?: string;
}

/** Evidence as plain JSON: bounded, and without secrets. Undefined when there is nothing to show. */
export function evidenceOf({ observed, expected, because }: Observation, subject: Subject): Evidence | undefined {
  const secret = subject.category === 'secrets-plaintext' || namesSecret(subject.property ?? '');
  if (observed === undefined && expected === undefined && because === undefined) return undefined;
  const evidence: { -readonly [Key in keyof Evidence]: Evidence[Key] } = {};
  if (observed !== undefined) evidence.observed = plain(observed, secret ? 'secret' : '', 0);
  if (expected !== undefined) evidence.expected = plain(expected, '', 0);
  if (because !== undefined) evidence.because = shorten(maskText(because));
  return evidence;
}

/** @param name Name under which the value stands; it decides whether the value is a secret. */
function plain(value: unknown, name: string, depth: number): unknown {
  if (typeof value === 'string') return shorten(maskNamed(name, value));
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value;
  if (value instanceof Reference || value instanceof Unknown || value instanceof OneOf)
    return plainSymbol(value, name, depth);
  if (Array.isArray(value)) return plainList(value, name, depth);
  if (typeof value === 'object' && value !== null) return plainMap(value, name, depth);
  return value === undefined ? 'not set' : typeof value;
}

/** One of several values stays a list of them, so that each is masked by itself. */
function plainSymbol(value: Reference | Unknown | OneOf, name: string, depth: number): unknown {
  if (value instanceof OneOf) return { oneOf: plainList(value.options, name, depth + 1) };
  if (value instanceof Partial && namesSecret(name)) return MASK;
  return shorten(maskText(describe(value)));
}

function plainList(items: readonly unknown[], name: string, depth: number): unknown {
  if (depth >= MAX_DEPTH) return `… (${items.length} items)`;
  const shown = items.slice(0, MAX_ITEMS).map((item) => plain(item, name, depth + 1));
  return items.length > MAX_ITEMS ? [...shown, `… (${items.length - MAX_ITEMS} more)`] : shown;
}

function plainMap(map: object, name: string, depth: number): unknown {
  const entries = Object.entries(map);
  if (depth >= MAX_DEPTH) return `… (${entries.length} keys)`;
  const shown = entries
    .slice(0, MAX_ITEMS)
    .map(([key, item]) => [key, plain(item, namesSecret(name) ? name : key, depth + 1)]);
  if (entries.length > MAX_ITEMS) shown.push(['…', `${entries.length - MAX_ITEMS} more`]);
  return Object.fromEntries(shown);
}

function shorten(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}… (${text.length} characters)` : text;
}
