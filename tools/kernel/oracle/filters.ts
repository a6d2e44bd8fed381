import { family, within } from '../address';
import { blocksOf, membersOf, named, type Group, type GroupRule, type Subnet, type Topology } from '../topology';
import type { Traffic } from '../topology';
import type { Packet } from './packet';

function matches({ protocol, ports }: Traffic, packet: Packet): boolean {
  if (protocol === 'all') return true;
  if (protocol !== protocolOf(packet)) return false;
  const port = packet.targetPort;
  return ports === undefined || (port !== undefined && ports[0] <= port && port <= ports[1]);
}

function protocolOf({ protocol, target }: Packet): Traffic['protocol'] {
  return protocol === 'icmp' && family(target) === 6 ? 'icmp6' : protocol;
}

/** Whether the network ACL of the subnet lets the packet out (by its target) or in (by its source). */
export function aclAllows(topology: Topology, subnet: Subnet, direction: 'out' | 'in', packet: Packet): boolean {
  if (subnet.acl === undefined) return true;
  const address = direction === 'out' ? packet.target : packet.source;
  const [first] = named(topology.acls, subnet.acl)
    .entries.filter(({ egress, cidr }) => egress === (direction === 'out') && within(cidr, address))
    .filter((entry) => matches(entry, packet))
    .toSorted((one, other) => one.number - other.number);
  return first?.allow ?? false;
}

export interface Member {
  readonly groups: readonly string[];
}

/** Whether a group of the instance lets it begin a conversation with this packet. */
export function groupsAllowOut(topology: Topology, { groups }: Member, packet: Packet): boolean {
  return groups.some((name) => {
    const group = named(topology.groups, name);
    return (
      group.egress === undefined ||
      group.egress.some((rule) => matches(rule, packet) && isPeer(topology, group, rule, packet.target, false))
    );
  });
}

/**
 * Whether a group of the instance accepts a conversation that begins with this packet.
 * @param peered whether the packet came by a peering connection: a group of another VPC is known there alone.
 */
export function groupsAllowIn(topology: Topology, { groups }: Member, packet: Packet, peered: boolean): boolean {
  return groups.some((name) => {
    const group = named(topology.groups, name);
    return group.ingress.some((rule) => matches(rule, packet) && isPeer(topology, group, rule, packet.source, peered));
  });
}

function isPeer(topology: Topology, group: Group, { peer }: GroupRule, address: string, peered: boolean): boolean {
  if (!('group' in peer)) return blocksOf(topology, peer).some((block) => within(block, address));
  const isOwn = named(topology.groups, peer.group).vpc === group.vpc;
  return (isOwn || peered) && membersOf(topology, peer.group).includes(address);
}
