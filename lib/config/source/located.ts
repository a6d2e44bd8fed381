import type { Place } from './place';

/** A step of a path: key of a mapping or index in a list. */
export type Key = string | number;
export type Path = readonly Key[];

export type Scalar = string | number | boolean | null;

interface Common {
  /** Where the value stands. */
  readonly at: Place;
  /** Where its key stands; absent in lists. */
  readonly keyAt?: Place;
  /** Values in it, itself included, aliases filled in. */
  readonly size: number;
  /** Levels below it. */
  readonly depth: number;
}

export interface LocatedScalar extends Common {
  readonly kind: 'scalar';
  readonly value: Scalar;
  /** As written: `007` where the value is 7. */
  readonly text: string;
  /** Environment variable from which it comes; its value must not be shown. */
  readonly environment?: string;
}

export interface LocatedMap extends Common {
  readonly kind: 'map';
  readonly children: ReadonlyMap<Key, Located>;
}

export interface LocatedList extends Common {
  readonly kind: 'list';
  readonly children: ReadonlyMap<Key, Located>;
}

/** A value of the config with where it was written, through anchors, merges and included files. */
export type Located = LocatedScalar | LocatedMap | LocatedList;

/** The value without its places: a new tree at each call, nothing shared. */
export function plain(node: Located): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return [...node.children.values()].map(plain);
  const result: Record<string, unknown> = {};
  for (const [key, child] of node.children) {
    // Defined, not assigned: a key `__proto__` is a key like any other.
    Object.defineProperty(result, key, { value: plain(child), enumerable: true, configurable: true, writable: true });
  }
  return result;
}

export interface Found {
  readonly node: Located;
  /** False when the path goes on below the node: the rest is not in the file (a default, or missing). */
  readonly exact: boolean;
}

/** The node at a path, or the nearest one above it. */
export function find(root: Located, path: Path): Found {
  let node = root;
  for (const key of path) {
    const child = node.kind === 'scalar' ? undefined : node.children.get(key);
    if (!child) return { node, exact: false };
    node = child;
  }
  return { node, exact: true };
}
