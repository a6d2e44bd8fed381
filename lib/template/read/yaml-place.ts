import { isMap, isPair, isScalar, isSeq, type Document } from 'yaml';
import type { Place } from './place';

/** The places of a YAML document. */
export function yamlRoot({ contents }: Document.Parsed): Place {
  return yamlPlace(contents, 0);
}

function yamlPlace(node: unknown, offset: number): Place {
  return {
    offset,
    child: (key) => {
      if (isSeq(node)) return placeOf(node.items[Number(key)], offset);
      const pair = isMap(node)
        ? node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === key)
        : undefined;
      return pair && yamlPlace(pair.value, isScalar(pair.key) ? (pair.key.range?.[0] ?? offset) : offset);
    },
  };
}

function placeOf(node: unknown, offset: number): Place | undefined {
  if (isMap(node) || isSeq(node) || isScalar(node)) return yamlPlace(node, node.range?.[0] ?? offset);
  return undefined;
}
