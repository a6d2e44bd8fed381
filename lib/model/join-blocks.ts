import { addressAt, cidrContains, parseCidr, type Cidr } from './cidr';

/** The fewest blocks of one family that cover exactly the same addresses, in their order: neighbours are joined, never widened. */
export function joinBlocks(blocks: readonly Cidr[]): Cidr[] {
  const joined: Cidr[] = [];
  for (const block of blocks.toSorted(byAddress)) {
    const last = joined.at(-1);
    if (last && cidrContains(last, block)) continue;
    joined.push(block);
    joinTail(joined);
  }
  return joined;
}

/** Replaces the two last blocks by their union for as long as they are the halves of one block. */
function joinTail(blocks: Cidr[]): void {
  for (;;) {
    const [low, high] = blocks.slice(-2);
    if (!low || !high || low.prefix !== high.prefix || low.last + 1n !== high.first) return;
    const union = parseCidr(`${addressAt(low, 0)}/${low.prefix - 1}`);
    if (!union) return;
    blocks.splice(-2, 2, union);
  }
}

function byAddress(a: Cidr, b: Cidr): number {
  if (a.first !== b.first) return a.first < b.first ? -1 : 1;
  return a.prefix - b.prefix;
}
