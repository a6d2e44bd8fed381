import { family } from '../address';
import { blocksOf, membersOf, named, type Group, type GroupRule, type Topology, type Traffic } from '../topology';

/**
 * Set in the packet's DSCP field, which nothing else uses, by transit gateways and by internet gateways on the way in: groups
 * of other VPCs are not known to what comes from there.
 */
export const FROM_AFAR = 8;

/** The lines of two chains, `outbound` and `inbound`, that decide as the network ACL does. Without an ACL, everything passes. */
export function aclChains(topology: Topology, acl: string | undefined): readonly string[] {
  return [true, false].flatMap((egress) => {
    const entries = acl === undefined ? undefined : named(topology.acls, acl).entries;
    const lines = entries
      ?.filter((entry) => entry.egress === egress)
      .toSorted((one, other) => one.number - other.number)
      .map((entry) => `${side(entry.cidr, egress)} ${traffic(entry)} ${verdict(entry.allow)}`);
    return [`chain ${egress ? 'outbound' : 'inbound'} {`, ...(lines ? [...lines, 'drop'] : []), '}'];
  });
}

/** Stateful filters of an instance: what a group allows may begin, and what began may go on. */
export function groupChains(topology: Topology, groups: readonly string[]): readonly string[] {
  const own = groups.map((name) => named(topology.groups, name));
  return [
    'chain input { type filter hook input priority 0; policy drop;',
    'ct state established,related accept',
    ...own.flatMap((group) => group.ingress.flatMap((rule) => ingressLines(topology, group, rule))),
    '}',
    'chain output { type filter hook output priority 0; policy drop;',
    'ct state established,related accept',
    ...own.flatMap((group) =>
      (group.egress ?? [ANYTHING]).flatMap((rule) =>
        peers(topology, rule).map((address) => `${side(address, true)} ${traffic(rule)} accept`),
      ),
    ),
    '}',
  ];
}

/** Whether it is made for IPv6 as well is not known: what has IPv6 addresses wears no such group. */
const ANYTHING: GroupRule = { protocol: 'all', peer: { cidr: '0.0.0.0/0' } };

function ingressLines(topology: Topology, group: Group, rule: GroupRule): string[] {
  const isForeign = 'group' in rule.peer && named(topology.groups, rule.peer.group).vpc !== group.vpc;
  return peers(topology, rule).map((address) => {
    const way = isForeign ? `${ipOf(address)} dscp != ${FROM_AFAR}` : '';
    return `${side(address, false)} ${way} ${traffic(rule)} accept`;
  });
}

function peers(topology: Topology, { peer }: GroupRule): readonly string[] {
  return 'group' in peer ? membersOf(topology, peer.group) : blocksOf(topology, peer);
}

function traffic({ protocol, ports }: Traffic): string {
  if (protocol === 'all') return '';
  return ports ? `${protocol} dport ${ports[0]}-${ports[1]}` : `meta l4proto ${PROTOCOLS[protocol]}`;
}

const PROTOCOLS = { tcp: 'tcp', udp: 'udp', icmp: 'icmp', icmp6: 'ipv6-icmp' } as const;

/** The word of nftables for headers of an address's family. */
function ipOf(address: string): 'ip' | 'ip6' {
  return family(address) === 4 ? 'ip' : 'ip6';
}

function side(address: string, isTarget: boolean): string {
  return `${ipOf(address)} ${isTarget ? 'daddr' : 'saddr'} ${address}`;
}

function verdict(allow: boolean): string {
  return allow ? 'accept' : 'drop';
}
