import { textOf } from './text';
import { isList, isMap, Partial, type Part, type Value } from './value';

/** Marks, in JSON text, the place of a part that is not known; no template holds this character. */
const MARK = '\uE000';

/** Reads JSON text of which parts are not known yet: they may only stand inside its texts. Undefined when it is no JSON. */
export function parseJsonText(text: string | Partial): Value | undefined {
  const parts = text instanceof Partial ? text.parts : [text];
  const marked = parts.map((part, index) => (typeof part === 'string' ? part : `${MARK}${index}${MARK}`)).join('');
  try {
    const parsed: Value = JSON.parse(marked);
    return text instanceof Partial ? restore(parsed, parts) : parsed;
  } catch {
    return undefined;
  }
}

function restore(value: Value, parts: readonly Part[]): Value {
  if (typeof value === 'string') return value.includes(MARK) ? textOf(pieces(value, parts)) : value;
  if (isList(value)) return value.map((item) => restore(item, parts));
  if (isMap(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, restore(item, parts)]));
  return value;
}

/** Between marks stands the position of a part. */
function pieces(text: string, parts: readonly Part[]): Part[] {
  return text.split(MARK).map((piece, index) => (index % 2 === 0 ? piece : (parts[Number(piece)] ?? piece)));
}
