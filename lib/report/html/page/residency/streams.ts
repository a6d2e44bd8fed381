import type { ReviewPath } from '../../../../model';

/** What leaves to one place, with one answer and by one transfer. */
export interface Stream {
  readonly key: string;
  readonly status: ReviewPath['status'];
  readonly destination: string;
  /** Undefined where no transfer covers it. */
  readonly transfer: string | undefined;
  /** What moves, sorted. */
  readonly kinds: readonly ReviewPath['kind'][];
  /** Places in templates that send it. */
  readonly places: number;
}

const RANK = { fail: 0, unknown: 1, pass: 2 } as const;

/** What leaves by where it leads, what nothing covers first. */
export function streamsOf(paths: readonly ReviewPath[]): readonly Stream[] {
  const groups = new Map<string, [ReviewPath, ...ReviewPath[]]>();
  for (const path of paths) {
    const key = [RANK[path.status], path.destination, path.transfer ?? ''].join('\n');
    const group = groups.get(key);
    if (group) group.push(path);
    else groups.set(key, [path]);
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, members]) => {
      const [{ status, destination, transfer }] = members;
      const kinds = [...new Set(members.map(({ kind }) => kind))].toSorted();
      return { key, status, destination, transfer, kinds, places: members.length };
    });
}
