import { addressText, parseCidr, type Cidr } from './cidr';

/** Blocks of one family from which others are cut, and what is taken of them. */
export interface AddressUse {
  readonly spaces: readonly Cidr[];
  readonly taken: readonly Cidr[];
}

/** How many further blocks of a prefix length fit beside what is taken. */
export function freeBlocks({ spaces, taken }: AddressUse, prefix: number): number {
  const size = sizeOf(familyOf(spaces), prefix);
  return gaps(spaces, taken).reduce((sum, gap) => sum + Number(wholeBlocks(gap, size).count), 0);
}

/** The lowest free block of a prefix length; undefined when none is left. */
export function nextFreeBlock({ spaces, taken }: AddressUse, prefix: number): Cidr | undefined {
  const family = familyOf(spaces);
  const size = sizeOf(family, prefix);
  for (const gap of gaps(spaces, taken)) {
    const { first, count } = wholeBlocks(gap, size);
    if (count > 0n) return parseCidr(`${addressText(family, first)}/${prefix}`);
  }
  return undefined;
}

/** Free addresses, both ends included. */
interface Gap {
  readonly first: bigint;
  readonly last: bigint;
}

function familyOf([first]: readonly Cidr[]): 4 | 6 {
  return first?.family ?? 4;
}

function sizeOf(family: 4 | 6, prefix: number): bigint {
  return 1n << BigInt((family === 4 ? 32 : 128) - prefix);
}

function wholeBlocks(gap: Gap, size: bigint): { readonly first: bigint; readonly count: bigint } {
  const first = ((gap.first + size - 1n) / size) * size;
  const count = (gap.last + 1n - first) / size;
  return { first, count: count > 0n ? count : 0n };
}

function gaps(spaces: readonly Cidr[], taken: readonly Cidr[]): Gap[] {
  const family = familyOf(spaces);
  const sorted = ofFamily(family, taken).toSorted(byFirst);
  let reached = -1n;
  return ofFamily(family, spaces)
    .toSorted(byFirst)
    .flatMap((space): Gap[] => {
      // Spaces that stand in one another are counted once.
      let next = space.first > reached ? space.first : reached + 1n;
      const found: Gap[] = [];
      for (const block of sorted) {
        if (block.last < next || block.first > space.last) continue;
        if (block.first > next) found.push({ first: next, last: block.first - 1n });
        next = block.last + 1n;
      }
      if (next <= space.last) found.push({ first: next, last: space.last });
      reached = space.last > reached ? space.last : reached;
      return found;
    });
}

function ofFamily(family: 4 | 6, blocks: readonly Cidr[]): Cidr[] {
  return blocks.filter((block) => block.family === family);
}

function byFirst(a: Cidr, b: Cidr): number {
  return a.first < b.first ? -1 : a.first > b.first ? 1 : 0;
}
