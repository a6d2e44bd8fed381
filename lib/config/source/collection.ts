import type { Key, Located } from './located';
import type { Place } from './place';
import type { Reader } from './reader';

/** Sums up a collection; refuses one that nests too deep through its aliases. */
export function collection(
  reader: Reader,
  kind: 'map' | 'list',
  children: ReadonlyMap<Key, Located>,
  at: Place,
): Located {
  let size = 1;
  let depth = 0;
  for (const child of children.values()) {
    size += child.size;
    depth = Math.max(depth, child.depth + 1);
  }
  reader.budget.checkDepth(depth, reader.file.name);
  return { kind, children, at, size, depth };
}
