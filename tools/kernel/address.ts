// IPv4 arithmetic of the harness. It shares nothing with lib/model: a fault there must show as a disagreement.

/** An IPv4 block, or one address, as an inclusive range of numbers with the length of its prefix. */
export interface Block {
  readonly first: number;
  readonly last: number;
  readonly prefix: number;
}

/** `10.0.0.0/16`, or one address as a block of its own. */
export function block(text: string): Block {
  const [address = '', length = '32'] = text.split('/');
  const first = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const prefix = Number(length);
  return { first, last: first + 2 ** (32 - prefix) - 1, prefix };
}

/** Whether the block `outer` holds the whole of `inner`; either may be one address. */
export function within(outer: string, inner: string): boolean {
  const [whole, part] = [block(outer), block(inner)];
  return whole.first <= part.first && part.last <= whole.last;
}

/** The address at `offset` in a block, or the block of length `prefix` that begins there. */
export function at(cidr: string, offset: number, prefix?: number): string {
  const value = block(cidr).first + offset;
  const address = [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.');
  return prefix === undefined ? address : `${address}/${prefix}`;
}
