import type { Random } from '../../random';
import type { Acl, Group, GroupRule, Topology, Traffic } from '../../topology';
import { entriesOf } from '../acls';
import { trafficOf } from '../traffic';
import { ALL_VPCS, EVERYWHERE } from './routes';

/** Network ACLs with entries of IPv6; in some they are forgotten. */
export function aclsWithSix(random: Random, topology: Topology): readonly Acl[] {
  const blocks = [EVERYWHERE, EVERYWHERE, ...blocksWithin(topology), ...hostsOf(topology)];
  return topology.acls.map((acl) => {
    const isThere = topology.vpcs.some(({ name, six }) => name === acl.vpc && six !== undefined);
    if (!isThere || random.chance(0.25)) return acl;
    const own = [false, true].flatMap((egress) => {
      const taken = acl.entries.filter((entry) => entry.egress === egress).map(({ number }) => number);
      return entriesOf(random, egress, blocks, new Set(taken));
    });
    return { ...acl, entries: [...acl.entries, ...own.map(ofSix)] };
  });
}

/**
 * Security groups with rules of IPv6. Whether the rule that AWS makes for groups without rules out lets IPv6 out is not
 * documented: they get rules out.
 */
export function groupsWithSix(random: Random, topology: Topology): readonly Group[] {
  return topology.groups.map((group) => {
    const isThere = topology.vpcs.some(({ name, six }) => name === group.vpc && six !== undefined);
    if (!isThere || group.isDefault) return group;
    // In some, rules in are forgotten.
    const isForgotten = random.chance(0.2);
    const egress = group.egress ?? [{ protocol: 'all', peer: { cidr: '0.0.0.0/0' } }];
    return {
      ...group,
      ingress: isForgotten ? group.ingress : [...group.ingress, ...rulesOf(random, group, topology)],
      egress: [...egress, ...rulesOf(random, group, topology)],
    };
  });
}

function rulesOf(random: Random, group: Group, topology: Topology): readonly GroupRule[] {
  const narrow = Array.from({ length: random.int(0, 3) }, (): GroupRule => ({
    ...ofSix(trafficOf(random)),
    peer: peerOf(random, group, topology),
  }));
  const broad: GroupRule[] = [
    {
      protocol: random.pick(['all', 'all', 'tcp', 'icmp6'] as const),
      peer: { cidr: random.pick([EVERYWHERE, ALL_VPCS]) },
    },
  ];
  return random.chance(0.65) ? [...narrow, ...broad] : narrow;
}

function peerOf(random: Random, { name }: Group, topology: Topology): GroupRule['peer'] {
  const kind = random.int(1, 8);
  if (kind <= 3) return { cidr: random.pick([EVERYWHERE, ALL_VPCS]) };
  if (kind <= 5) return { cidr: random.pick([...blocksWithin(topology), EVERYWHERE]) };
  if (kind <= 6) return { cidr: random.pick(hostsOf(topology)) };
  const list = topology.lists.find((item) => item.name === 'ListSix');
  return list && kind <= 7 ? { list: list.name } : { group: name };
}

function blocksWithin({ vpcs, subnets }: Topology): readonly string[] {
  return [...vpcs, ...subnets].flatMap(({ six }) => six ?? []);
}

function hostsOf({ instances, outsiders }: Topology): readonly string[] {
  const own = instances.flatMap(({ six }) => six ?? []);
  return [...own, ...outsiders.filter((address) => address.includes(':'))].map((address) => `${address}/128`);
}

/** A ping by IPv6 is a protocol of its own to filters. */
function ofSix<T extends Traffic>(traffic: T): T {
  return traffic.protocol === 'icmp' ? { ...traffic, protocol: 'icmp6' } : traffic;
}
