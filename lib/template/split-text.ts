import { textOf } from './text';
import type { Part, Value } from './value';

/** Splits at the delimiter where it stands in known text; unresolved parts are taken to hold none. */
export function splitText(parts: readonly Part[], delimiter: string): readonly Value[] {
  const fields: Part[][] = [[]];
  for (const part of parts) {
    const [head = '', ...tail] = typeof part === 'string' ? part.split(delimiter) : [part];
    fields.at(-1)?.push(head);
    for (const piece of tail) fields.push([piece]);
  }
  return fields.map(textOf);
}
