import { addressAt, parseCidr, type Cidr } from './cidr';

/** Blocks of IPv4 from which others are cut, and what is taken of them. */
export interface AddressUse {
  readonly spaces: readonly Cidr[];
  readonly taken: readonly Cidr[];
}

/** How many further blocks of a prefix length fit beside what is taken. */
export function freeBlocks({ spaces, taken }: AddressUse, prefix: number): number {
  const size = sizeOf(prefix);
  return gaps(spaces, taken).reduce((sum, gap) => sum + Number(wholeBlocks(gap, size).count), 0);
}

/** The lowest free block of a prefix length; undefined when none is left. */
export function nextFreeBlock({ spaces, taken }: AddressUse, prefix: number): Cidr | undefined {
  const size = sizeOf(prefix);
  for (const gap of gaps(spaces, taken)) {
    const { first, count } = wholeBlocks(gap, size);
    if (count > 0n) return parseCidr(`${addressAt(ALL, Number(first))}/${prefix}`);
  }
  return undefined;
}

/** Free addresses, both ends included. */
interface Gap {
  readonly first: bigint;
  readonly last: bigint;
}

const ALL: Cidr = { text: '0.0.0.0/0', family: 4, prefix: 0, first: 0n, last: (1n << 32n) - 1n };

function sizeOf(prefix: number): bigint {
  return 1n << BigInt(32 - prefix);
}

function wholeBlocks(gap: Gap, size: bigint): { readonly first: bigint; readonly count: bigint } {
  const first = ((gap.first + size - 1n) / size) * size;
  const count = (gap.last + 1n - first) / size;
  return { first, count: count > 0n ? count : 0n };
}

function gaps(spaces: readonly Cidr[], taken: readonly Cidr[]): Gap[] {
  const sorted = ipv4(taken).toSorted(byFirst);
  let reached = -1n;
  return ipv4(spaces)
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

function ipv4(blocks: readonly Cidr[]): Cidr[] {
  return blocks.filter((block) => block.family === 4);
}

function byFirst(a: Cidr, b: Cidr): number {
  return a.first < b.first ? -1 : a.first > b.first ? 1 : 0;
}
