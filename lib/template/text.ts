import type { Trilean } from '../model';
import { describePart } from './describe';
import { asText } from './scalar';
import { lengthOf } from './text-length';
import { DynamicReference, Partial, Reference, Unknown, type Part, type Value } from './value';

/** No text longer than this is built: a template of 1 MB cannot need it. In characters. */
const MAX_LENGTH = 1024 * 1024;

/** Unresolved parts that a reason names. */
const MAX_NAMES = 5;

/** The parts of a text; undefined when the value is not text: a list, a map, several values, not set. */
export function partsOf(value: Value | undefined): readonly Part[] | undefined {
  if (value instanceof Partial) return value.parts;
  if (value instanceof Reference || value instanceof Unknown) return [value];
  const text = asText(value);
  return text === undefined ? undefined : [text];
}

/** Joins parts to one value: a string when all are known, `Partial` when only some are. */
export function textOf(parts: readonly Part[]): Value {
  const together = merge(parts);
  if (!together) return new Unknown(`text is longer than ${MAX_LENGTH} characters`);
  const merged = withDynamicReferences(together);
  const [first = '', ...others] = merged;
  if (others.length === 0) return first;
  const open = merged.filter((part) => typeof part !== 'string');
  const names = [...new Set(open.map((part) => (hasName(part) ? describePart(part) : reasonOf(part))))];
  const more = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : '';
  return new Partial(`text depends on ${names.slice(0, MAX_NAMES).join(', ')}${more}`, merged);
}

/** Whether a text starts with `prefix`, as far as its known parts tell. False for what is not text. */
export function textStartsWith(value: Value | undefined, prefix: string): Trilean {
  const [first] = partsOf(value) ?? [''];
  if (typeof first !== 'string') return 'unknown';
  if (first.startsWith(prefix)) return true;
  return value instanceof Partial && prefix.startsWith(first) ? 'unknown' : false;
}

/** Whether a text ends with `suffix`, as far as its known parts tell. False for what is not text. */
export function textEndsWith(value: Value | undefined, suffix: string): Trilean {
  const last = (partsOf(value) ?? ['']).at(-1);
  if (typeof last !== 'string') return 'unknown';
  if (last.endsWith(suffix)) return true;
  return value instanceof Partial && suffix.endsWith(last) ? 'unknown' : false;
}

/** Whether a text contains `piece`: true when a known part does, unknown when an unresolved part might. */
export function textIncludes(value: Value | undefined, piece: string): Trilean {
  const parts = partsOf(value) ?? [];
  if (parts.some((part) => typeof part === 'string' && part.includes(piece))) return true;
  return parts.some((part) => typeof part !== 'string') ? 'unknown' : false;
}

/** Undefined when the text is too long. */
function merge(parts: readonly Part[]): Part[] | undefined {
  const merged: Part[] = [];
  let text = '';
  let length = 0;
  const add = (part: Part): void => {
    if (length > MAX_LENGTH) return;
    if (!(part instanceof Partial)) length += lengthOf(part);
    if (typeof part === 'string') text += part;
    else if (part instanceof Partial) part.parts.forEach(add);
    else {
      if (text !== '') merged.push(text);
      text = '';
      merged.push(part);
    }
  };
  parts.forEach(add);
  if (text !== '') merged.push(text);
  return length > MAX_LENGTH ? undefined : merged;
}

const OPENING = /\{\{resolve:(ssm-secure|ssm|secretsmanager):/;

/** Replaces each `{{resolve:service:key}}`, which may hold unresolved parts, by one part. */
function withDynamicReferences(parts: readonly Part[]): readonly Part[] {
  if (!parts.some((part) => typeof part === 'string' && part.includes('{{resolve:'))) return parts;
  const result: Part[] = [];
  let opened: Opened | undefined;
  for (const part of parts) {
    if (typeof part === 'string') opened = scan(part, opened, result);
    else (opened?.key ?? result).push(part);
  }
  // What never closes is plain text.
  return opened ? (merge([...result, opened.text, ...opened.key]) ?? result) : result;
}

/** A dynamic reference whose end has not been seen. */
interface Opened {
  readonly service: string;
  readonly text: string;
  readonly key: Part[];
}

/** Adds what text holds to the result; gives the reference that is open at its end. */
function scan(text: string, before: Opened | undefined, result: Part[]): Opened | undefined {
  let opened = before;
  let rest = text;
  for (;;) {
    const found = opened ? /\}\}/.exec(rest) : OPENING.exec(rest);
    const head = rest.slice(0, found?.index);
    if (head !== '') (opened?.key ?? result).push(head);
    if (!found) return opened;
    if (opened) result.push(new DynamicReference(opened.service, opened.key));
    opened = opened ? undefined : { service: found[1] ?? '', text: found[0], key: [] };
    rest = rest.slice(found.index + found[0].length);
  }
}

function hasName(part: Part): boolean {
  return (
    typeof part === 'string' ||
    part instanceof Reference ||
    part instanceof DynamicReference ||
    part.source !== undefined
  );
}

function reasonOf(part: Part): string {
  return part instanceof Unknown ? part.reason : describePart(part);
}
