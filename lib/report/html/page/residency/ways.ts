import type { ReviewPath } from '../../../../model';

/** Paths that are told as one: of one type and property, to one destination, with one answer. */
export interface Way {
  readonly key: string;
  readonly paths: readonly [ReviewPath, ...ReviewPath[]];
}

const RANK = { fail: 0, unknown: 1, pass: 2 } as const;

/** Ways out, those that nothing covers first. */
export function waysOf(paths: readonly ReviewPath[]): readonly Way[] {
  const ways = new Map<string, [ReviewPath, ...ReviewPath[]]>();
  for (const path of paths) {
    const { status, type, property, kind, destination, transfer = '' } = path;
    const key = [RANK[status], type, property.replaceAll(/\.\d+(?=\.|$)/g, ''), kind, destination, transfer].join('\n');
    const way = ways.get(key);
    if (way) way.push(path);
    else ways.set(key, [path]);
  }
  return [...ways].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, members]) => ({ key, paths: members }));
}
