import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Document,
  type LineCounter,
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { MAX_DEPTH, MAX_NODES } from '../load/survey';
import { setOwn } from '../resolve/json';
import { longForm } from './short-forms';
import { ReadError } from './source';

/**
 * Plain JSON of a YAML document: short forms written out, aliases and merge keys expanded, duplicate keys refused.
 * @throws ReadError with the line of the first mistake.
 */
export function toBody(document: Document.Parsed, lines: LineCounter): unknown {
  return new BodyReader(lines).read(document.contents, 0);
}

class BodyReader {
  private nodes = 0;
  private readonly anchors = new Map<string, Node>();

  constructor(private readonly lines: LineCounter) {}

  read(node: unknown, depth: number): unknown {
    if (++this.nodes > MAX_NODES)
      throw new ReadError('parse', `has more than ${MAX_NODES} values when its aliases are expanded`);
    if (depth > MAX_DEPTH) throw new ReadError('parse', `is nested deeper than ${MAX_DEPTH} levels`, this.lineOf(node));
    if (isAlias(node)) return this.readAlias(node.source, node, depth);
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return null;
    if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
    if (node.tag === undefined || !node.tag.startsWith('!')) return this.readPlain(node, depth);
    const long = longForm(node.tag, this.readPlain(node, depth));
    if (long === undefined) throw new ReadError('parse', `has the unknown tag ${node.tag}`, this.lineOf(node));
    return long;
  }

  private readPlain(node: YAMLMap | YAMLSeq | Scalar, depth: number): unknown {
    if (isScalar(node)) return scalarValue(node);
    return isMap(node) ? this.readMap(node, depth) : this.readAll(node.items, depth);
  }

  private readAll(items: readonly unknown[], depth: number): unknown[] {
    return items.map((item) => this.read(item, depth + 1));
  }

  private readMap(map: YAMLMap, depth: number): object {
    const result: { [key: string]: unknown } = {};
    const written = new Set<string>();
    for (const { key: keyNode, value: valueNode } of map.items) {
      const key = isAlias(keyNode)
        ? this.readAlias(keyNode.source, keyNode, depth)
        : isScalar(keyNode)
          ? keyText(keyNode)
          : undefined;
      if (typeof key !== 'string') throw new ReadError('parse', 'has a key that is not text', this.lineOf(keyNode));
      const value = this.read(valueNode, depth + 1);
      if (key === '<<' && isScalar(keyNode) && keyNode.type === 'PLAIN') {
        for (const [name, item] of merged(value)) if (!Object.hasOwn(result, name)) setOwn(result, name, item);
        continue;
      }
      if (written.has(key))
        throw new ReadError('parse', `key ${JSON.stringify(key)} stands twice in one map`, this.lineOf(keyNode));
      written.add(key);
      setOwn(result, key, value);
    }
    return result;
  }

  private readAlias(anchor: string, alias: unknown, depth: number): unknown {
    const target = this.anchors.get(anchor);
    if (!target)
      throw new ReadError('parse', `has the alias *${anchor} without an anchor before it`, this.lineOf(alias));
    return this.read(target, depth + 1);
  }

  private lineOf(node: unknown): number | undefined {
    const known = isAlias(node) || isMap(node) || isSeq(node) || isScalar(node);
    return known && node.range ? this.lines.linePos(node.range[0]).line : undefined;
  }
}

function keyText(key: Scalar): string {
  return key.source ?? (typeof key.value === 'string' ? key.value : JSON.stringify(key.value ?? ''));
}

/** A number that would read differently (`012345678901`, `5.10`) keeps its text. */
function scalarValue(scalar: Scalar): unknown {
  const { value, source } = scalar;
  if (typeof value === 'number' || typeof value === 'bigint')
    return String(value) === source ? Number(value) : (source ?? String(value));
  return value;
}

/** Entries that `<<` brings in: of one map, or of a list of maps of which the first wins. */
function merged(value: unknown): readonly (readonly [string, unknown])[] {
  const maps: readonly unknown[] = Array.isArray(value) ? value : [value];
  return maps.flatMap((map) => (typeof map === 'object' && map !== null ? Object.entries(map) : []));
}
