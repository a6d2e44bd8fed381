import type { ReviewPath } from '../../../../model';
import { grouped } from './ways';

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

/** What leaves by where it leads, what nothing covers first. */
export function streamsOf(paths: readonly ReviewPath[]): readonly Stream[] {
  const ways = grouped(paths, ({ destination, transfer = '' }) => [destination, transfer]);
  return ways.map(({ key, paths: members }) => {
    const [{ status, destination, transfer }] = members;
    const kinds = [...new Set(members.map(({ kind }) => kind))].toSorted();
    return { key, status, destination, transfer, kinds, places: members.length };
  });
}
