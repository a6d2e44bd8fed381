import { cidrContains, cidrsOverlap, parseCidr, type Cidr } from './cidr';

/** Who routes IPv6 addresses of a VPC: the internet too, or private networks alone. */
export type Ipv6Space = 'internet' | 'private';

/** In words, for messages. */
export const VPC_IPV6_SPACES =
  'private addresses (fd00::/8 without fd00::/16, which is AWS’s own), or one’s own of 2000::/3';

const blocks = (...texts: readonly string[]): Cidr[] => texts.flatMap((text) => parseCidr(text) ?? []);

const PRIVATE = blocks('fd00::/8');
const GLOBAL = blocks('2000::/3');
/** Amazon's reserved range, and addresses for documents. */
const TAKEN = blocks('fd00::/16', '2001:db8::/32', '3fff::/20');

/**
 * Which space a block is of that a pool of IPAM may hold for VPCs; undefined when AWS takes no such block. Global addresses
 * may be private too, which the block does not say. Sources: Amazon VPC user guide, Private IPv6 addresses; IANA IPv6
 * address space and special-purpose address registry.
 */
export function ipv6SpaceOf(block: Cidr): Ipv6Space | undefined {
  const isIn = (spaces: readonly Cidr[]) => spaces.some((space) => cidrContains(space, block));
  if (TAKEN.some((taken) => cidrsOverlap(taken, block))) return undefined;
  if (isIn(PRIVATE)) return 'private';
  return isIn(GLOBAL) ? 'internet' : undefined;
}

/**
 * Whether the internet routes a block of a VPC.
 * @param internet false for global addresses that are private or not advertised, which the block does not say
 */
export function isRoutedByInternet(block: Cidr, internet = true): boolean {
  return internet && ipv6SpaceOf(block) === 'internet';
}
