import { blocksOf, membersOf, named, type Group, type GroupRule, type Topology, type Traffic } from '../topology';

/** Set by transit gateways in the packet's DSCP field, which nothing else uses: groups of other VPCs are not known there. */
export const CAME_BY_TRANSIT = 8;

/** The lines of two chains, `outbound` and `inbound`, that decide as the network ACL does. Without an ACL, everything passes. */
export function aclChains(topology: Topology, acl: string | undefined): readonly string[] {
  return [true, false].flatMap((egress) => {
    const entries = acl === undefined ? undefined : named(topology.acls, acl).entries;
    const lines = entries
      ?.filter((entry) => entry.egress === egress)
      .toSorted((one, other) => one.number - other.number)
      .map((entry) => `${egress ? 'ip daddr' : 'ip saddr'} ${entry.cidr} ${traffic(entry)} ${verdict(entry.allow)}`);
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
        peers(topology, rule).map((address) => `ip daddr ${address} ${traffic(rule)} accept`),
      ),
    ),
    '}',
  ];
}

const ANYTHING: GroupRule = { protocol: 'all', peer: { cidr: '0.0.0.0/0' } };

function ingressLines(topology: Topology, group: Group, rule: GroupRule): string[] {
  const isForeign = 'group' in rule.peer && named(topology.groups, rule.peer.group).vpc !== group.vpc;
  const way = isForeign ? `ip dscp != ${CAME_BY_TRANSIT}` : '';
  return peers(topology, rule).map((address) => `ip saddr ${address} ${way} ${traffic(rule)} accept`);
}

function peers(topology: Topology, { peer }: GroupRule): readonly string[] {
  return 'group' in peer ? membersOf(topology, peer.group) : blocksOf(topology, peer);
}

function traffic({ protocol, ports }: Traffic): string {
  if (protocol === 'all') return '';
  return ports ? `${protocol} dport ${ports[0]}-${ports[1]}` : `ip protocol ${protocol}`;
}

function verdict(allow: boolean): string {
  return allow ? 'accept' : 'drop';
}
