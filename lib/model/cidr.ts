import { isIPv4, isIPv6 } from 'node:net';

/** An address block as an inclusive range of integers. */
export interface Cidr {
  readonly text: string;
  readonly family: 4 | 6;
  readonly prefix: number;
  readonly first: bigint;
  readonly last: bigint;
}

/**
 * Parses `10.0.0.0/16` or `2001:db8::/32`.
 * @returns undefined when the text is not a block, or has bits set right of its prefix (`10.0.0.1/16`).
 */
export function parseCidr(text: string): Cidr | undefined {
  const match = /^([0-9a-fA-F:.]+)\/(\d{1,3})$/.exec(text);
  if (!match) return undefined;
  const [, address = '', length = ''] = match;
  const family = isIPv4(address) ? 4 : isIPv6(address) ? 6 : undefined;
  if (!family) return undefined;
  const bits = family === 4 ? 32 : 128;
  const prefix = Number(length);
  if (prefix > bits) return undefined;
  const first = family === 4 ? ipv4ToInteger(address) : ipv6ToInteger(address);
  const size = 1n << BigInt(bits - prefix);
  if (first % size !== 0n) return undefined;
  return { text, family, prefix, first, last: first + size - 1n };
}

export function cidrContains(outer: Cidr, inner: Cidr): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}

export function cidrsOverlap(a: Cidr, b: Cidr): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

/** The address at `offset` in a block: `addressAt(10.0.1.0/24, 10)` is `10.0.1.10`. */
export function addressAt(cidr: Cidr, offset: number | bigint): string {
  const value = cidr.first + BigInt(offset);
  if (value > cidr.last) throw new Error(`offset ${offset} is outside ${cidr.text}`);
  return addressText(cidr.family, value);
}

/** An address as people write it; IPv6 as RFC 5952 has it, with the longest run of zeros left out. */
export function addressText(family: 4 | 6, value: bigint): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.');
  const groups = Array.from({ length: 8 }, (_, index) => ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16));
  const text = groups.join(':');
  const runs = [...text.matchAll(/(?<=^|:)0(?::0)+(?=:|$)/g)].map(({ 0: run, index }) => ({
    length: run.length,
    index,
  }));
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), { length: 0, index: 0 });
  if (longest.length === 0) return text;
  const [head, tail] = [text.slice(0, longest.index), text.slice(longest.index + longest.length)];
  return `${head || ':'}${tail || ':'}`;
}

/**
 * The block of a prefix length that begins at `offset` addresses into another.
 * @throws Error when there is no such block inside it.
 */
export function blockOf(outer: Cidr, offset: number | bigint, prefix: number): Cidr {
  const found = parseCidr(`${addressAt(outer, offset)}/${prefix}`);
  if (found && cidrContains(outer, found)) return found;
  throw new Error(`${outer.text} has no block of /${prefix} at its address ${offset}`);
}

function ipv4ToInteger(address: string): bigint {
  return address.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function ipv6ToInteger(address: string): bigint {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(address);
  const text = dotted ? `${dotted[1]}${embeddedIpv4(dotted[2] ?? '')}` : address;
  const [head = '', tail] = text.split('::');
  const left = head ? head.split(':') : [];
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? [] : Array<string>(8 - left.length - right.length).fill('0');
  return [...left, ...zeros, ...right].reduce((sum, part) => sum * 65536n + BigInt(`0x${part}`), 0n);
}

function embeddedIpv4(dotted: string): string {
  const value = ipv4ToInteger(dotted);
  return `${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
}
