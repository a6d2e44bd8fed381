import { cidrsOverlap, type Cidr } from '../../model';

const MOST_FOR_ONE = 8;

/**
 * Pairs of blocks that overlap, the later of the list first. Blocks nest or are apart, so that after sorting each has
 * to be compared only with those it stands in; of many equal ones, each is paired with a few.
 */
export function overlaps<T extends { readonly block: Cidr }>(items: readonly T[]): readonly [later: T, earlier: T][] {
  const order = new Map(items.map((item, index) => [item, index]));
  const place = (item: T): number => order.get(item) ?? 0;
  const sorted = items.toSorted((a, b) => compare(a.block, b.block) || place(a) - place(b));
  const pairs: [T, T][] = [];
  let around: T[] = [];
  for (const item of sorted) {
    around = around.filter((other) => cidrsOverlap(item.block, other.block));
    pairs.push(
      ...around
        .slice(0, MOST_FOR_ONE)
        .map((other): [T, T] => (place(item) > place(other) ? [item, other] : [other, item])),
    );
    if (around.length < MOST_FOR_ONE * 4) around.push(item);
  }
  return pairs;
}

function compare(a: Cidr, b: Cidr): number {
  if (a.family !== b.family) return a.family - b.family;
  if (a.first !== b.first) return a.first < b.first ? -1 : 1;
  return a.prefix - b.prefix;
}
