import { Token } from 'aws-cdk-lib';
import type { IDependable } from 'constructs';
import { cidrContains, parseCidr } from '../../lib/model';
import { ipv4Block, ipv6Block } from './address-blocks';

/** Something outside the VPC, known by its addresses: the internet, or a zone of another VPC. */
export interface ExternalPeer {
  /** As in the register of flows: `internet`, or `vpc/zone`. */
  readonly name: string;
  /** Its IPv4 address blocks. */
  readonly cidrs: readonly string[];
  /** Its IPv6 address blocks: flows with zones that have IPv6 too are opened in both families. @default none */
  readonly ipv6Cidrs?: readonly string[];
  /** What gives it IPv6 blocks that are known at deployment alone: rules that name them wait for it. @default nothing */
  readonly ipv6After?: IDependable;
}

/** Everything that is not inside. Only zones that face the internet may have flows from or to it. */
export const INTERNET: ExternalPeer = { name: 'internet', cidrs: ['0.0.0.0/0'], ipv6Cidrs: ['::/0'] };

/** True when the peer is the internet, by its name or because it holds all addresses. */
export function isInternet(peer: ExternalPeer): boolean {
  const blocks = () => [...peer.cidrs, ...(peer.ipv6Cidrs ?? [])];
  return peer.name === INTERNET.name || blocks().some((cidr) => parseCidr(cidr)?.prefix === 0);
}

/** Blocks of a peer that are neither the network's own nor the internet: what stands beyond a line. */
export function strangeBlocks(peer: ExternalPeer, own: readonly string[]): string[] {
  if (isInternet(peer)) return [];
  const inside = own.flatMap((cidr) => parseCidr(cidr) ?? []);
  return peer.cidrs.filter((cidr) => {
    const block = parseCidr(cidr);
    return block !== undefined && inside.length === own.length && !inside.some((outer) => cidrContains(outer, block));
  });
}

/**
 * Checks the peer of a flow.
 * @throws Error that begins with `where` when it has no name, no addresses, a malformed block, or one of the other family.
 */
export function requirePeer(where: string, peer: ExternalPeer): void {
  if (!/^[A-Za-z][\w-]*(\/[A-Za-z][\w-]*)?$/.test(peer.name)) {
    throw new Error(`${where}: found the peer name "${peer.name}", expected internet, a zone, or vpc/zone`);
  }
  if (peer.cidrs.length === 0) {
    throw new Error(`${where}: peer ${peer.name} has no addresses, expected at least one block; add its CIDRs`);
  }
  const label = `${where}: peer ${peer.name}`;
  for (const cidr of peer.cidrs) if (!Token.isUnresolved(cidr)) ipv4Block(label, cidr);
  for (const cidr of peer.ipv6Cidrs ?? []) if (!Token.isUnresolved(cidr)) ipv6Block(label, cidr);
}

/** Whether two ends of a flow speak IPv6 over the hub: both have addresses of it. The internet is reached by IPv4 there. */
export function speakIpv6(one: ExternalPeer, other: ExternalPeer): boolean {
  return [one, other].every((peer) => !isInternet(peer) && (peer.ipv6Cidrs ?? []).length > 0);
}
