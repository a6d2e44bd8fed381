import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Alias,
  type ParsedNode,
  type Scalar as YamlScalar,
  type YAMLSeq,
} from 'yaml';
import { collection } from './collection';
import type { Key, Located, Path, Scalar } from './located';
import type { Place } from './place';
import { nothing, type Reader } from './reader';
import { readMap } from './read-map';
import { readTagged } from './read-tagged';

/** Turns a YAML node into a located value, aliases, merges, includes and environment filled in. */
export function readNode(reader: Reader, node: unknown, path: Path, fallback: Place): Located {
  if (isAlias(node)) return readAlias(reader, node, path, placeOf(reader, node, fallback));
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return nothing(fallback);
  const at = placeOf(reader, node, fallback);
  reader.budget.spend('values', 1, reader.file.name);
  if (node.anchor) reader.anchors.set(node.anchor, 'open');
  const located = readTagged(reader, node, path, at) ?? readUntagged(reader, node, path, at);
  if (node.anchor) reader.anchors.set(node.anchor, located);
  return located;
}

function readUntagged(reader: Reader, node: YamlScalar | YAMLSeq | ParsedNode, path: Path, at: Place): Located {
  if (isMap(node)) return readMap(reader, node, path, at);
  if (isSeq(node)) return readList(reader, node, path, at);
  if (!isScalar(node)) return nothing(at);
  const value = scalarValue(node.value);
  return { kind: 'scalar', value, text: node.source ?? String(value ?? ''), at, size: 1, depth: 0 };
}

function readList(reader: Reader, list: YAMLSeq, path: Path, at: Place): Located {
  const children = new Map<Key, Located>();
  list.items.forEach((item, index) => children.set(index, reader.read(item, [...path, index], at)));
  return collection(reader, 'list', children, at);
}

function readAlias(reader: Reader, alias: Alias, path: Path, at: Place): Located {
  const target = reader.anchors.get(alias.source);
  if (target !== undefined && target !== 'open') {
    reader.budget.spend('values', target.size, reader.file.name);
    return { ...target, at };
  }
  reader.report({
    path,
    at,
    message:
      target === 'open'
        ? `alias *${alias.source} stands inside its own anchor`
        : `alias *${alias.source} has no anchor`,
    found: `*${alias.source}`,
    expected: `an anchor &${alias.source} before it in the same file`,
    remedy: `set the anchor &${alias.source} earlier in this file, or write the value here`,
  });
  return nothing(at);
}

function placeOf(reader: Reader, node: { range?: readonly number[] | null | undefined }, fallback: Place): Place {
  const offset = node.range?.[0];
  return offset === undefined ? fallback : { file: reader.file, offset };
}

function scalarValue(value: unknown): Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
