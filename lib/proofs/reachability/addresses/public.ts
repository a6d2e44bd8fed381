import type { Block } from './block';
import { blockOf } from './block';

/**
 * IPv4 blocks that the internet does not route: private, shared, loopback, link-local, documentation, benchmarking,
 * multicast and reserved addresses. Source: IANA IPv4 Special-Purpose Address Registry.
 */
const NOT_PUBLIC_4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/3',
].flatMap((text) => blockOf(text) ?? []);

/** Global unicast addresses of IPv6. Source: IANA IPv6 address space. */
const PUBLIC_6 = blockOf('2000::/3');

export const NOT_PUBLIC: readonly Block[] = NOT_PUBLIC_4;
export const PUBLIC_IPV6: readonly Block[] = PUBLIC_6 ? [PUBLIC_6] : [];

/** Whether the internet routes some address of the block. */
export function mayBePublic(block: Block): boolean {
  if (block.family === 6) return PUBLIC_IPV6.some((outer) => block.first <= outer.last && outer.first <= block.last);
  return !NOT_PUBLIC.some((outer) => outer.first <= block.first && block.last <= outer.last);
}
