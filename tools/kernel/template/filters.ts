import { family } from '../address';
import { named, type AclEntry, type FilterProtocol, type Group, type GroupRule, type Topology } from '../topology';
import { attribute, ref, type Body } from './body';

const ACL_PROTOCOLS = { all: -1, icmp: 1, icmp6: 58, tcp: 6, udp: 17 } as const;

/** Network ACLs with their entries and associations. */
export function addAcls(body: Body, { acls, subnets }: Topology): void {
  for (const { name, vpc, entries } of acls) {
    body.add(name, 'NetworkAcl', { VpcId: ref(vpc) });
    entries.forEach((entry, index) => {
      body.add(`${name}Entry${index + 1}`, 'NetworkAclEntry', { NetworkAclId: ref(name), ...entryOf(entry) });
    });
  }
  for (const { name, acl } of subnets) {
    if (acl === undefined) continue;
    body.add(`${name}Acl`, 'SubnetNetworkAclAssociation', { SubnetId: ref(name), NetworkAclId: ref(acl) });
  }
}

function entryOf({ number, egress, allow, cidr, protocol, ports }: AclEntry): Record<string, unknown> {
  return {
    RuleNumber: number,
    Egress: egress,
    RuleAction: allow ? 'allow' : 'deny',
    [family(cidr) === 4 ? 'CidrBlock' : 'Ipv6CidrBlock']: cidr,
    Protocol: ACL_PROTOCOLS[protocol],
    ...(isPing(protocol) ? { Icmp: { Type: -1, Code: -1 } } : {}),
    ...(protocol === 'tcp' || protocol === 'udp' ? { PortRange: portsOf(ports) } : {}),
  };
}

function isPing(protocol: FilterProtocol): boolean {
  return protocol === 'icmp' || protocol === 'icmp6';
}

function portsOf(ports: readonly [number, number] | undefined): { readonly From: number; readonly To: number } {
  const [From, To] = ports ?? [0, 65535];
  return { From, To };
}

/** Security groups, their rules within them or as resources of their own. */
export function addGroups(body: Body, topology: Topology): void {
  for (const group of topology.groups) {
    if (group.isDefault) continue;
    const inside: Record<string, unknown> = {};
    for (const [direction, rules] of [
      ['Ingress', group.ingress],
      ['Egress', group.egress ?? []],
    ] as const) {
      const written = rules.map((rule) => ({ rule, apart: mustStandApart(rule, group) || body.random.chance(0.3) }));
      const within = written.filter(({ apart }) => !apart).map(({ rule }) => ruleOf(topology, rule, direction));
      if (within.length > 0) inside[`SecurityGroup${direction}`] = within;
      written
        .filter(({ apart }) => apart)
        .forEach(({ rule }, index) => {
          const properties = { GroupId: attribute(group.name, 'GroupId'), ...ruleOf(topology, rule, direction) };
          body.add(`${group.name}${direction}${index + 1}`, `SecurityGroup${direction}`, properties);
        });
    }
    body.add(group.name, 'SecurityGroup', { GroupDescription: group.name, VpcId: ref(group.vpc), ...inside });
  }
}

/** A group that names itself, or another that may name it, would be a circle of references within the resource. */
function mustStandApart({ peer }: GroupRule, group: Group): boolean {
  return 'group' in peer && peer.group >= group.name;
}

function ruleOf(
  topology: Topology,
  { protocol, ports, peer }: GroupRule,
  direction: 'Ingress' | 'Egress',
): Record<string, unknown> {
  const side = direction === 'Ingress' ? 'Source' : 'Destination';
  const other =
    'cidr' in peer
      ? { [family(peer.cidr) === 4 ? 'CidrIp' : 'CidrIpv6']: peer.cidr }
      : 'list' in peer
        ? { [`${side}PrefixListId`]: attribute(peer.list, 'PrefixListId') }
        : { [`${side}SecurityGroupId`]: groupId(topology, peer.group) };
  if (protocol === 'all') return { IpProtocol: '-1', ...other };
  const [FromPort, ToPort] = isPing(protocol) ? [-1, -1] : (ports ?? [0, 65535]);
  return { IpProtocol: protocol === 'icmp6' ? 'icmpv6' : protocol, FromPort, ToPort, ...other };
}

function groupId(topology: Topology, name: string): unknown {
  const group = named(topology.groups, name);
  return group.isDefault ? attribute(group.vpc, 'DefaultSecurityGroup') : attribute(name, 'GroupId');
}
