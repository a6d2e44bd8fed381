import { isNode, isScalar, type Pair, type YAMLMap } from 'yaml';
import { collection } from './collection';
import type { Key, Located, LocatedMap, Path } from './located';
import { locationOf, type Place } from './place';
import type { Reader } from './reader';

/** Reads a mapping: keys are text and occur once; `<<` merges others, whose keys give way to the mapping's own. */
export function readMap(reader: Reader, map: YAMLMap, path: Path, at: Place): Located {
  const own = new Map<Key, Located>();
  const merged = new Map<Key, Located>();
  for (const pair of map.items) {
    const keyAt = keyPlace(reader, pair, at);
    const key = keyText(pair);
    if (key === undefined) reportKey(reader, path, keyAt);
    else if (isMerge(pair)) merge(reader, merged, reader.read(pair.value, [...path, '<<'], keyAt), path);
    else if (own.has(key)) reportDuplicate(reader, [...path, key], keyAt, own.get(key)?.keyAt ?? at);
    else own.set(key, { ...reader.read(pair.value, [...path, key], keyAt), keyAt });
  }
  const children = merged.size === 0 ? own : new Map([...own, ...[...merged].filter(([key]) => !own.has(key))]);
  return collection(reader, 'map', children, at);
}

/** As YAML's merge key says: of several sources the first that has a key wins. */
function merge(reader: Reader, into: Map<Key, Located>, source: Located, path: Path): void {
  const sources = source.kind === 'list' ? [...source.children.values()] : [source];
  for (const each of sources) {
    if (each.kind === 'map') mergeMap(reader, into, each);
    else
      reader.report({
        path: [...path, '<<'],
        at: each.at,
        message: '`<<` merges something that is not a mapping',
        found: each.kind === 'list' ? 'a list' : JSON.stringify(each.text),
        expected: 'an alias of a mapping, or a list of such aliases',
        remedy: 'merge a mapping (`<<: *name`), or remove the key',
      });
  }
}

function mergeMap(reader: Reader, into: Map<Key, Located>, source: LocatedMap): void {
  reader.budget.spend('values', source.size, reader.file.name);
  for (const [key, child] of source.children) if (!into.has(key)) into.set(key, child);
}

function isMerge(pair: Pair): boolean {
  return isScalar(pair.key) && pair.key.value === '<<' && pair.key.type === 'PLAIN';
}

/** Keys as JSON would have them: a number or truth value becomes its text. */
function keyText(pair: Pair): string | undefined {
  if (!isScalar(pair.key) || pair.key.value === null) return undefined;
  return typeof pair.key.value === 'string' ? pair.key.value : pair.key.source;
}

function keyPlace(reader: Reader, pair: Pair, at: Place): Place {
  const offset = isNode(pair.key) ? pair.key.range?.[0] : undefined;
  return offset === undefined ? at : { file: reader.file, offset };
}

function reportKey(reader: Reader, path: Path, at: Place): void {
  reader.report({
    path,
    at,
    message: 'a key is not text',
    found: 'a key that is empty, a list, a mapping or an alias',
    expected: 'text as key',
    remedy: 'write the key as text',
  });
}

function reportDuplicate(reader: Reader, path: Path, at: Place, first: Place): void {
  const { line } = locationOf(first);
  reader.report({
    path,
    at,
    message: `key "${path.at(-1)}" occurs twice in the same mapping; first on line ${line}`,
    found: 'the same key again',
    expected: 'each key once',
    remedy: 'remove one of the two, or rename it',
  });
}
