import { intersectRanges, NONE, subtractRanges, uniteRanges, type Ranges } from '../packets';
import type { Block } from './block';

/** Where something stands: blocks of subnets of which it has an address of each family, which one is not known. */
export interface Standing {
  readonly blocks: readonly Block[];
  /** Addresses that others have for sure. */
  readonly taken?: readonly Block[];
  /** Addresses that it has for sure, besides. @default none */
  readonly stated?: readonly Block[];
}

/** IPv6 lies behind IPv4, and behind each family the blocks whose addresses no template says. */
const UNSAID: Readonly<Record<4 | 6, bigint>> = { 4: 1n << 32n, 6: (1n << 40n) + (1n << 128n) };
const OFFSET: Readonly<Record<4 | 6, bigint>> = { 4: 0n, 6: 1n << 40n };
/** Addresses of the smallest subnet that AWS makes: a prefix of 28 bits. */
const SMALLEST_SUBNET = 16n;

const END: Readonly<Record<4 | 6, bigint>> = { 4: 1n << 40n, 6: (1n << 40n) + (1n << 129n) };

/** A block whose addresses are not known: distinct from every other. */
export function unsaidBlock(family: 4 | 6, index: number): Block {
  const first = UNSAID[family] - OFFSET[family] + BigInt(index);
  return { family, prefix: 0, first, last: first };
}

/** Addresses between two cuts, which no rule tells apart. */
export interface Segment {
  readonly family: 4 | 6;
  /** Whether no template says which addresses these are. */
  readonly isUnsaid: boolean;
  /** As numbers of the family; of what is not said, of the block that stands for it. */
  readonly first: bigint;
  readonly last: bigint;
  /** The point of what stands there and is not known; behind it, up to `end`, follow those of what is. */
  readonly start: number;
  readonly end: number;
}

/**
 * All addresses as points on one line of small numbers. The templates' blocks cut the line; rules cannot tell two
 * addresses between two cuts apart, so they are one point. Everything that stands in a block has a point of its own
 * there: its address is not known, but it is not that of another.
 */
export class AddressSpace {
  private readonly cuts: readonly bigint[];
  private readonly starts: readonly number[];
  private readonly points: ReadonlyMap<Standing, Ranges>;
  /** Every address. */
  readonly all: Ranges;

  /** @param blocks all that rules may name; a block that is not among them is taken as the cuts around it */
  constructor(blocks: Iterable<Block>, standings: readonly Standing[]) {
    this.cuts = cutsOf(blocks);
    const held = this.cuts.map((): Standing[] => []);
    for (const standing of standings) {
      for (const base of this.basesOf(standing)) held[base]?.push(standing);
    }
    const starts: number[] = [];
    const points = new Map<Standing, Ranges[]>();
    let next = 0;
    for (const list of held) {
      starts.push(next);
      next += 1;
      for (const standing of list) {
        const own = points.get(standing);
        if (own) own.push([next, next]);
        else points.set(standing, [[next, next]]);
        next += 1;
      }
    }
    this.starts = [...starts, next];
    this.points = new Map([...points].map(([standing, own]) => [standing, uniteRanges(...own)]));
    this.all = [0, next - 1];
  }

  /** The points of a block, with all that stands in it. */
  within(block: Block): Ranges {
    const [first, last] = this.bases(block);
    return [this.starts[first] ?? 0, (this.starts[last + 1] ?? 0) - 1];
  }

  /** The points of a block in which nothing stands that is known. */
  vacant(block: Block): Ranges {
    const [first, last] = this.bases(block);
    const own: Ranges[] = [];
    for (let base = first; base <= last; base += 1) own.push([this.starts[base] ?? 0, this.starts[base] ?? 0]);
    return uniteRanges(...own);
  }

  /** The whole line, piece by piece. */
  segments(): readonly Segment[] {
    return this.cuts.map((cut, base): Segment => {
      const family = cut < OFFSET[6] ? 4 : 6;
      const [next = END[6], offset] = [this.cuts[base + 1], OFFSET[family]];
      return {
        family,
        isUnsaid: cut >= UNSAID[family],
        first: cut - offset,
        last: next - offset - 1n,
        start: this.starts[base] ?? 0,
        end: (this.starts[base + 1] ?? 0) - 1,
      };
    });
  }

  /** The points of something that stands somewhere. */
  of(standing: Standing): Ranges {
    return this.points.get(standing) ?? NONE;
  }

  /** Points of which something has one each: those of its addresses, or of each family those that it may have. */
  choices(standing: Standing): readonly Ranges[] {
    const own = this.of(standing);
    const stated = (standing.stated ?? []).map((block) => intersectRanges(own, this.within(block)));
    const open = subtractRanges(own, uniteRanges(NONE, ...stated));
    const parts = ([4, 6] as const).map((family) => intersectRanges(open, this.family(family)));
    return [...stated, ...parts].filter((points) => points.length > 0);
  }

  /** All addresses of a family, also those that no template says. */
  family(family: 4 | 6): Ranges {
    return this.range(OFFSET[family], END[family] - 1n);
  }

  /** The blocks of a family whose addresses no template says. */
  unsaid(family: 4 | 6): Ranges {
    return this.range(UNSAID[family], END[family] - 1n);
  }

  /** Where on the line something may stand: not where others do, nor at addresses that AWS keeps for itself. */
  private basesOf({ blocks, stated = [], taken = [] }: Standing): ReadonlySet<number> {
    const fixed = new Set(stated.map((block) => this.bases(block)[0]));
    const closed = new Set(taken.map((block) => this.bases(block)[0]));
    const found = new Set(fixed);
    for (const block of blocks) {
      const [first, last] = this.bases(block);
      const isKept = this.keptBy(block);
      for (let base = first; base <= last; base += 1) if (!closed.has(base) && !isKept(base)) found.add(base);
    }
    return found;
  }

  /**
   * Whether all between two cuts is kept by AWS: the first four addresses of a subnet and its last one.
   * Source: Amazon VPC user guide, Subnet sizing.
   */
  private keptBy({ family, first, last }: Block): (base: number) => boolean {
    if (last - first + 1n < SMALLEST_SUBNET) return () => false;
    const offset = OFFSET[family];
    return (base) => {
      const [low = 0n, high = END[family]] = [this.cuts[base], this.cuts[base + 1]];
      return low - offset === last || (low - offset >= first && high - offset <= first + 4n);
    };
  }

  private range(first: bigint, last: bigint): Ranges {
    const [low, high] = [this.baseAt(first), this.baseAt(last)];
    return [this.starts[low] ?? 0, (this.starts[high + 1] ?? 0) - 1];
  }

  private bases(block: Block): readonly [number, number] {
    if (block.prefix === 0 && block.first === 0n) {
      return [this.baseAt(OFFSET[block.family]), this.baseAt(END[block.family] - 1n)];
    }
    const offset = OFFSET[block.family];
    return [this.baseAt(block.first + offset), this.baseAt(block.last + offset)];
  }

  /** The last cut at or before a place on the line. */
  private baseAt(place: bigint): number {
    let low = 0;
    let high = this.cuts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.cuts[middle] ?? 0n) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function cutsOf(blocks: Iterable<Block>): readonly bigint[] {
  const cuts = new Set<bigint>([0n, UNSAID[4], OFFSET[6], UNSAID[6]]);
  for (const { family, first, last } of blocks) {
    const offset = OFFSET[family];
    cuts.add(first + offset);
    if (last + 1n + offset < END[family]) cuts.add(last + 1n + offset);
  }
  return [...cuts].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}
