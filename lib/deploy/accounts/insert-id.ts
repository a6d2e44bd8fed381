import { isMap, isScalar, parseDocument, type Pair, type YAMLMap } from 'yaml';

/**
 * A YAML text in which one mapping has an id: entered behind its name, or in place of an empty one. All else stays byte for
 * byte.
 * @returns undefined where the mapping is not written in place
 */
export function withId(
  text: string,
  path: readonly (string | number)[],
  key: 'id' | 'rootId',
  value: string,
): string | undefined {
  const map = parseDocument(text, { merge: true, logLevel: 'silent' }).getIn(path, true);
  if (!isMap(map) || !map.range) return undefined;
  // Account ids are digits, which YAML would read as a number.
  const written = /^\d+$/.test(value) ? `'${value}'` : value;
  const present = map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
  if (present) return replaced(text, present, written);
  const before = map.items.find((pair) => isScalar(pair.key) && ['name', 'id'].includes(String(pair.key.value)));
  const entry = `${key}: ${written}`;
  return before ? insertedAfter(text, map, before, entry) : insertedFirst(text, map, entry);
}

function replaced(text: string, { key, value }: Pair, written: string): string | undefined {
  const [start, end] = rangeOf(value) ?? [];
  const [, afterKey] = rangeOf(key) ?? [];
  if (start === undefined || end === undefined || afterKey === undefined) return undefined;
  if (start < end) return text.slice(0, start) + written + text.slice(end);
  const colon = text.indexOf(':', afterKey) + 1;
  return `${text.slice(0, colon)} ${written}${text.slice(colon)}`;
}

function insertedAfter(text: string, map: YAMLMap, { value }: Pair, entry: string): string | undefined {
  const [, end] = rangeOf(value) ?? [];
  if (end === undefined) return undefined;
  if (map.flow) return `${text.slice(0, end)}, ${entry}${text.slice(end)}`;
  // A comment behind the value stays on its line.
  const line = text.indexOf('\n', end);
  const at = line === -1 ? text.length : line;
  return `${text.slice(0, at)}\n${indentOf(text, map)}${entry}${text.slice(at)}`;
}

function insertedFirst(text: string, map: YAMLMap, entry: string): string | undefined {
  const [start] = rangeOf(map.items[0]?.key) ?? [];
  if (start === undefined) return undefined;
  return `${text.slice(0, start)}${entry}${map.flow ? ', ' : `\n${indentOf(text, map)}`}${text.slice(start)}`;
}

/** Spaces before the keys of a mapping in block form; the mark of a list counts as some. */
function indentOf(text: string, map: YAMLMap): string {
  const [start = 0] = rangeOf(map.items[0]?.key) ?? [];
  return ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
}

function rangeOf(node: unknown): readonly [number, number, number] | undefined {
  return isScalar(node) || isMap(node) ? (node.range ?? undefined) : undefined;
}
