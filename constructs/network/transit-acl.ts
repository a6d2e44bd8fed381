import type { Flow, Protocol } from '../../lib/model';
import type { Family } from './address-blocks';
import { EPHEMERAL, portSpans, spanName, type PortSpan } from './ports';
import type { AclDirection, ZoneAcl } from './zone-acl';

/** A kind of packets: protocol and destination ports. */
interface Traffic {
  readonly protocol: Protocol;
  readonly ports: PortSpan | undefined;
}

const BOTH: readonly AclDirection[] = ['ingress', 'egress'];

/** What passes between the subnets of one zone: HTTPS, services on ports of their own, answers, path messages. */
const USUAL: readonly Traffic[] = [
  { protocol: 'tcp', ports: { from: 443, to: 443 } },
  { protocol: 'tcp', ports: EPHEMERAL },
  { protocol: 'udp', ports: EPHEMERAL },
  { protocol: 'icmp', ports: undefined },
];

/** Lets the subnets of one zone speak with each other, where security groups decide: HTTPS, ports from 1024, ICMP. */
export function allowWithin(acl: ZoneAcl, blocks: Omit<Transit, 'name'>): void {
  for (const traffic of USUAL) pass(acl, { name: 'zone-itself', ...blocks }, traffic, BOTH);
}

/** What passes through subnets in which something else decides. */
export interface Transit {
  /** Begins the rules' keys. */
  readonly name: string;
  /** Blocks on the side of the network ACL that is meant. */
  readonly cidrs: readonly string[];
  /** Those of IPv6, where the flow is opened in both families. @default none */
  readonly ipv6Cidrs?: readonly string[];
}

/**
 * Lets a flow through subnets in which something else decides: its packets, and what answers them.
 * @param direction the way of the first packet as the network ACL sees it; both where a firewall sends it back
 */
export function allowTransitOf(acl: ZoneAcl, transit: Transit, flow: Flow, direction: AclDirection | 'both'): void {
  const there = direction === 'both' ? BOTH : [direction];
  const back = direction === 'both' ? BOTH : BOTH.filter((other) => other !== direction);
  const { protocol } = flow;
  for (const ports of portSpans(`flow "${flow.id}"`, protocol, flow.ports)) {
    pass(acl, transit, { protocol, ports }, there);
    pass(acl, transit, { protocol, ports: ports ? EPHEMERAL : undefined }, back);
  }
}

/** Lets a flow through subnets between two networks: from the one, to the other, and its answers back. */
export function allowBetween(acl: ZoneAcl, flow: Flow, from: Transit, to: Transit): void {
  allowTransitOf(acl, from, flow, 'ingress');
  allowTransitOf(acl, to, flow, 'egress');
}

function pass(acl: ZoneAcl, transit: Transit, traffic: Traffic, directions: readonly AclDirection[]): void {
  passFamily(acl, transit.name, { family: 4, cidrs: transit.cidrs }, traffic, directions);
  passFamily(acl, transit.name, { family: 6, cidrs: transit.ipv6Cidrs ?? [] }, traffic, directions);
}

function passFamily(
  acl: ZoneAcl,
  name: string,
  { family, cidrs }: { readonly family: Family; readonly cidrs: readonly string[] },
  { protocol, ports }: Traffic,
  directions: readonly AclDirection[],
): void {
  const place = family === 6 ? [name, 'ipv6'] : [name];
  for (const [index, cidr] of cidrs.entries()) {
    for (const direction of directions) {
      const key = [...place, index + 1, protocol, ...(ports ? [spanName(ports)] : [])].join('-');
      acl.allow({ direction, protocol, ports, family, cidr, key, owner: `traffic "${name}"` });
    }
  }
}
