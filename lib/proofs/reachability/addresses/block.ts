import { isIPv4, isIPv6 } from 'node:net';
import { parseCidr } from '../../../model';

/** A block of addresses on one line of numbers: IPv4 first, then IPv6; see `AddressSpace`. */
export interface Block {
  readonly family: 4 | 6;
  /** Length of the prefix in bits. */
  readonly prefix: number;
  readonly first: bigint;
  readonly last: bigint;
}

/**
 * Reads `10.0.0.0/16`, `10.0.0.5` (one address), or a block with bits set right of its prefix, which AWS clears:
 * `10.0.0.5/16`.
 * @returns undefined when the text is not an address or block
 */
export function blockOf(text: string): Block | undefined {
  const [address = '', length] = text.trim().split('/');
  const family = isIPv4(address) ? 4 : isIPv6(address) ? 6 : undefined;
  if (!family) return undefined;
  const bits = family === 4 ? 32 : 128;
  const prefix = length === undefined ? bits : /^\d{1,3}$/.test(length) ? Number(length) : -1;
  const single = parseCidr(`${address}/${bits}`);
  if (!single || prefix < 0 || prefix > bits) return undefined;
  const size = 1n << BigInt(bits - prefix);
  const first = single.first - (single.first % size);
  return { family, prefix, first, last: first + size - 1n };
}

/** Whether all addresses of `inner` are of `outer`. */
export function holds(outer: Block, inner: Block): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}

/** Whether a block stands for addresses that no template says: see `unsaidBlock`. */
export function isUnsaid({ prefix, first }: Block): boolean {
  return prefix === 0 && first !== 0n;
}
