import type { Flow, Protocol } from '../../lib/model';
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
export function allowWithin(acl: ZoneAcl, cidrs: readonly string[]): void {
  for (const traffic of USUAL) pass(acl, { name: 'zone-itself', cidrs }, traffic, BOTH);
}

/** What passes through subnets in which something else decides. */
export interface Transit {
  /** Begins the rules' keys. */
  readonly name: string;
  /** Blocks on the side of the network ACL that is meant. */
  readonly cidrs: readonly string[];
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

function pass(acl: ZoneAcl, transit: Transit, { protocol, ports }: Traffic, directions: readonly AclDirection[]): void {
  for (const [index, cidr] of transit.cidrs.entries()) {
    for (const direction of directions) {
      const key = [transit.name, index + 1, protocol, ...(ports ? [spanName(ports)] : [])].join('-');
      acl.allow({ direction, protocol, ports, cidr, key, owner: `traffic "${transit.name}"` });
    }
  }
}
