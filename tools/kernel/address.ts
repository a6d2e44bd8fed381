// Arithmetic of addresses for the harness. It shares nothing with lib/model: a fault there must show as a disagreement.

/** An IPv4 or IPv6 block, or one address, as an inclusive range of numbers with the length of its prefix. */
export interface Block {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
  readonly prefix: number;
}

const READ = new Map<string, Block>();

/** `10.0.0.0/16`, `2600:1f16::/56`, or one address as a block of its own. */
export function block(text: string): Block {
  const known = READ.get(text) ?? read(text);
  READ.set(text, known);
  return known;
}

export function family(text: string): 4 | 6 {
  return text.includes(':') ? 6 : 4;
}

/** Whether the block `outer` holds the whole of `inner`; either may be one address. */
export function within(outer: string, inner: string): boolean {
  const [whole, part] = [block(outer), block(inner)];
  return whole.family === part.family && whole.first <= part.first && part.last <= whole.last;
}

/** The IPv4 address at `offset` in a block, or the block of length `prefix` that begins there. */
export function at(cidr: string, offset: number, prefix?: number): string {
  const value = Number(block(cidr).first) + offset;
  const address = [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
  return prefix === undefined ? address : `${address}/${prefix}`;
}

function read(text: string): Block {
  const own = family(text);
  const bits = own === 4 ? 32 : 128;
  const [address = '', length = String(bits)] = text.split('/');
  const parts = own === 4 ? address.split('.').map(Number) : wordsOf(address);
  const first = parts.reduce((sum, part) => sum * (own === 4 ? 256n : 65536n) + BigInt(part), 0n);
  const prefix = Number(length);
  return { family: own, first, last: first + 2n ** BigInt(bits - prefix) - 1n, prefix };
}

/** The eight words of an IPv6 address, one run of zeros written as `::`. */
function wordsOf(address: string): readonly number[] {
  const [before = [], after] = address.split('::').map((side) => side.split(':').filter((word) => word !== ''));
  const gap = after === undefined ? 0 : 8 - before.length - after.length;
  const words = [...before, ...Array.from({ length: gap }, () => '0'), ...(after ?? [])];
  return words.map((word) => Number.parseInt(word, 16));
}
