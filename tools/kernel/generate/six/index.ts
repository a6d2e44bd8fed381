import { Random } from '../../random';
import type { Instance, PrefixList, Subnet, Topology, Vpc } from '../../topology';
import { aclsWithSix, groupsWithSix } from './filters';
import { tablesWithSix, transitTablesWithSix } from './routes';

const OUTSIDERS = ['2a00:1450:4001:81b::2004', '2606:2800:220:1::248'];

/**
 * Lays IPv6 over a network of IPv4: blocks and addresses, and entries of every table and filter beside those of IPv4. It
 * chooses apart from what makes the rest, which therefore stays what it is.
 */
export function withSix(topology: Topology): Topology {
  const random = new Random(topology.seed + 0.75);
  if (!random.chance(0.75)) return topology;
  const vpcs = topology.vpcs.map((vpc, index): Vpc => {
    if (!random.chance(0.9)) return vpc;
    const six = `2600:1f16:0:${index + 1}00::/56`;
    return { ...vpc, six, ...(random.chance(0.5) ? { egressOnly: true } : {}) };
  });
  const subnets = topology.subnets.map((subnet) => subnetWithSix(random, subnet, vpcs, topology));
  const ground = {
    ...topology,
    vpcs,
    subnets,
    instances: topology.instances.map((own) => instanceWithSix(own, subnets)),
  };
  const outsiders = [...topology.outsiders, ...random.some(OUTSIDERS, random.int(1, 2))];
  const lists = [...topology.lists, ...listsOf(random, vpcs, outsiders)];
  const attachments = topology.attachments.map((attachment) => {
    const stands = attachment.subnets.every((name) =>
      subnets.some((own) => own.name === name && own.six !== undefined),
    );
    return stands && random.chance(0.75) ? { ...attachment, six: true as const } : attachment;
  });
  const laid = { ...ground, outsiders, lists, attachments };
  const routed = {
    ...laid,
    tables: tablesWithSix(random, laid),
    transitTables: transitTablesWithSix(random, laid),
  };
  return { ...routed, acls: aclsWithSix(random, routed), groups: groupsWithSix(random, routed) };
}

/** What wears a default group may have an implicit rule that lets IPv6 out, which is not documented: it gets none. */
function subnetWithSix(random: Random, subnet: Subnet, vpcs: readonly Vpc[], topology: Topology): Subnet {
  const six = vpcs.find(({ name }) => name === subnet.vpc)?.six;
  const isDefault = (name: string) => topology.groups.some((group) => group.name === name && group.isDefault);
  const standing = topology.instances.filter((instance) => instance.subnet === subnet.name);
  if (six === undefined || standing.some(({ groups }) => groups.some(isDefault)) || !random.chance(0.9)) return subnet;
  return { ...subnet, six: six.replace('00::/56', `0${subnet.name.slice(-1)}::/64`) };
}

function instanceWithSix(instance: Instance, subnets: readonly Subnet[]): Instance {
  const six = subnets.find(({ name }) => name === instance.subnet)?.six;
  return six === undefined ? instance : { ...instance, six: six.replace('/64', `a${instance.name.slice(-1)}`) };
}

function listsOf(random: Random, vpcs: readonly Vpc[], outsiders: readonly string[]): PrefixList[] {
  if (!random.chance(0.5)) return [];
  const hosts = outsiders.filter((address) => address.includes(':')).map((address) => `${address}/128`);
  const blocks = [...vpcs.flatMap(({ six }) => six ?? []), ...hosts];
  return [{ name: 'ListSix', cidrs: random.some(blocks, random.int(1, 2)) }];
}
