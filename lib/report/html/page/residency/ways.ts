import type { ReviewPath } from '../../../../model';

/** Paths that are told as one. */
export interface Way {
  readonly key: string;
  readonly paths: readonly [ReviewPath, ...ReviewPath[]];
}

const RANK = { fail: 0, unknown: 1, pass: 2 } as const;

/** Ways out, those that nothing covers first. */
export function waysOf(paths: readonly ReviewPath[]): readonly Way[] {
  return grouped(paths, ({ type, property, kind, destination, transfer = '' }) => [
    type,
    property.replaceAll(/\.\d+(?=\.|$)/g, ''),
    kind,
    destination,
    transfer,
  ]);
}

/** Paths of one answer and one key, what nothing covers first. */
export function grouped(paths: readonly ReviewPath[], keyOf: (path: ReviewPath) => readonly string[]): readonly Way[] {
  const ways = new Map<string, [ReviewPath, ...ReviewPath[]]>();
  for (const path of paths) {
    const key = [RANK[path.status], ...keyOf(path)].join('\n');
    const way = ways.get(key);
    if (way) way.push(path);
    else ways.set(key, [path]);
  }
  return [...ways].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, members]) => ({ key, paths: members }));
}
