import { within } from './address';
import { blocksOfVpc, named, type Topology } from './topology';

/**
 * Leaves out of a topology whatever the fault does not need, one thing after the other, until every remaining thing
 * matters.
 * @param holds whether the fault still shows; what throws is no topology any more and does not count.
 */
export function shrink(topology: Topology, holds: (topology: Topology) => boolean): Topology {
  let best = topology;
  for (let isSmaller = true; isSmaller;) {
    isSmaller = false;
    for (const path of removable(best)) {
      const candidate = lesser(best, path);
      if (!survives(candidate, holds)) continue;
      best = candidate;
      isSmaller = true;
      break;
    }
  }
  return best;
}

/** Leaves something out, and with a subnet's IPv6 the addresses that its instances have of it. */
function lesser(topology: Topology, path: Path): Topology {
  const less = without(topology, path) as Topology;
  const isBare = path[0] === 'subnets' && path[2] === 'six';
  const subnet = isBare ? topology.subnets[Number(path[1])]?.name : undefined;
  if (subnet === undefined) return less;
  return {
    ...less,
    instances: less.instances.map((item) => (item.subnet === subnet ? (without(item, ['six']) as typeof item) : item)),
  };
}

function survives(topology: Topology, holds: (topology: Topology) => boolean): boolean {
  try {
    mustBeSound(topology);
    return holds(topology);
  } catch {
    return false;
  }
}

/** @throws Error when something is named that is not there, or missing that there always is. */
function mustBeSound(topology: Topology): void {
  for (const { vpc, cidr, six, table, acl } of topology.subnets) {
    const own = blocksOfVpc(named(topology.vpcs, vpc));
    const isInside = blocksOfVpc({ cidrs: [cidr], ...(six === undefined ? {} : { six }) }).every((block) =>
      own.some((outer) => within(outer, block)),
    );
    if (!isInside) throw new Error('a subnet outside its VPC');
    if (table !== undefined) named(topology.tables, table);
    if (acl !== undefined) named(topology.acls, acl);
  }
  for (const { subnet, groups, six } of topology.instances) {
    if ((named(topology.subnets, subnet).six === undefined) !== (six === undefined)) throw new Error('half an address');
    if (groups.length === 0) throw new Error('an instance without any group');
    for (const group of groups) named(topology.groups, group);
  }
  for (const { subnet } of topology.nats) named(topology.subnets, subnet);
  for (const { subnets, six } of topology.attachments) {
    if (subnets.length === 0) throw new Error('an attachment without a subnet');
    const own = subnets.map((subnet) => named(topology.subnets, subnet));
    // What an attachment does with IPv6 in a subnet without it, AWS does not say.
    if (six && own.some((subnet) => subnet.six === undefined && named(topology.vpcs, subnet.vpc).six !== undefined)) {
      throw new Error('an attachment of IPv6 in a subnet without it');
    }
  }
  for (const { vpc } of [...topology.tables, ...topology.acls, ...topology.groups, ...topology.attachments]) {
    named(topology.vpcs, vpc);
  }
  if (topology.vpcs.some(({ cidrs }) => cidrs.length === 0)) throw new Error('a VPC without a block');
  if (topology.groups.some(({ egress }) => egress?.length === 0)) throw new Error('egress rules, but none');
}

const OPTIONAL: Readonly<Record<string, readonly string[]>> = {
  vpcs: ['six', 'egressOnly'],
  subnets: ['acl', 'table', 'six'],
  groups: ['egress'],
  instances: ['publicAddress'],
  nats: ['publicAddress'],
  attachments: ['six'],
};

type Path = readonly (string | number)[];

/** Paths of items of lists, and of properties that may be absent: the largest first. */
function removable(value: unknown, path: Path = []): readonly Path[] {
  if (Array.isArray(value)) {
    if (isPair(path)) return [];
    return [
      ...value.map((_, index) => [...path, index]),
      ...value.flatMap((item, index) => removable(item, [...path, index])),
    ];
  }
  if (typeof value !== 'object' || value === null) return [];
  const own = Object.entries(value);
  const optional = own.filter(([key]) => OPTIONAL[String(path[0])]?.includes(key));
  return [...optional.map(([key]) => [...path, key]), ...own.flatMap(([key, item]) => removable(item, [...path, key]))];
}

/** Half a pair means something else, not less. */
function isPair(path: Path): boolean {
  const isJoint = path[0] === 'peerings' || path[0] === 'transitPeerings';
  return path.at(-1) === 'ports' || (isJoint && path.length > 1);
}

function without(value: unknown, [step, ...rest]: Path): unknown {
  if (Array.isArray(value)) {
    return rest.length === 0
      ? value.filter((_, index) => index !== step)
      : value.map((item: unknown, index) => (index === step ? without(item, rest) : item));
  }
  const entries = Object.entries(value as object);
  if (rest.length === 0) return Object.fromEntries(entries.filter(([key]) => key !== step));
  return Object.fromEntries(entries.map(([key, item]) => [key, key === step ? without(item, rest) : item]));
}
