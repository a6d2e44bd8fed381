import type { Part } from './value';

/** What an unresolved part counts, so that a text of 1 MB has at most 16,384 of them. In characters. */
const UNRESOLVED_LENGTH = 64;

/** How much a part adds to a text, in characters. */
export function lengthOf(part: Part): number {
  return typeof part === 'string' ? part.length : UNRESOLVED_LENGTH;
}
