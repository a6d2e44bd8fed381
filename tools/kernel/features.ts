import { family, within } from './address';
import { comesAbout } from './comes-about';
import { SIX_FEATURES } from './features-six';
import type { Way } from './oracle';
import {
  blocksOf,
  named,
  routesInUse,
  type Destination,
  type GroupRule,
  type Peering,
  type Target,
  type Topology,
  type Vpc,
} from './topology';

/** What a topology may hold that namespaces can model, by its name in the report. */
const FEATURES: Readonly<Record<string, (topology: Topology) => boolean>> = {
  'secondary block of a VPC': ({ vpcs }) => vpcs.some(({ cidrs }) => cidrs.length > 1),
  'subnet without explicit association': ({ subnets }) => subnets.some(({ table }) => table === undefined),
  'route to a block within another route': (topology) => hasNested(topology),
  'prefix list as a route': ({ tables }) => tables.some(({ routes }) => routes.some(({ to }) => 'list' in to)),
  '0.0.0.0/1 and 128.0.0.0/1': ({ tables }) =>
    tables.some(({ routes }) => routes.some(({ to }) => 'cidr' in to && to.cidr === '128.0.0.0/1')),
  'internet gateway': ({ vpcs }) => vpcs.some(({ internetGateway }) => internetGateway),
  'public address': ({ instances }) => instances.some(({ publicAddress }) => publicAddress !== undefined),
  'public address without a route to the gateway': (topology) =>
    topology.instances.some((host) => host.publicAddress !== undefined && !leadsOut(topology, host.subnet)),
  'public NAT gateway': ({ nats }) => nats.some(({ publicAddress }) => publicAddress !== undefined),
  'private NAT gateway': ({ nats }) => nats.some(({ publicAddress }) => publicAddress === undefined),
  'NAT gateway as a target': (topology) => leadsTo(topology, 'nat'),
  'network ACL': ({ subnets }) => subnets.some(({ acl }) => acl !== undefined),
  'network ACL that denies before it allows': (topology) =>
    associated(topology).some(({ entries }) => deniesFirst(entries)),
  'network ACL with port ranges': (topology) =>
    associated(topology).some(({ entries }) => entries.some(({ ports }) => ports !== undefined && ports[0] < ports[1])),
  'network ACL without replies': (topology) =>
    associated(topology).some(
      ({ entries }) => entries.every(({ egress }) => !egress) || entries.every((e) => e.egress),
    ),
  'security group by block': (topology) => rules(topology).some(({ peer }) => 'cidr' in peer),
  'security group that names a group': (topology) => rules(topology).some(({ peer }) => 'group' in peer),
  'security group that names itself': ({ groups }) =>
    groups.some(({ name, isDefault, ingress }) => !isDefault && ingress.some(({ peer }) => isGroup(peer, name))),
  'security group that names one of a peered VPC': (topology) => namesForeign(topology, true),
  'security group that names one of an unpeered VPC': (topology) => namesForeign(topology, false),
  'security group with a prefix list': (topology) => rules(topology).some(({ peer }) => 'list' in peer),
  'security group with egress rules': ({ groups }) => groups.some(({ egress }) => egress !== undefined),
  'security group with the implicit egress rule': ({ groups }) =>
    groups.some(({ egress, isDefault }) => egress === undefined && !isDefault),
  'default security group': ({ groups, instances }) =>
    instances.some((host) => host.groups.some((name) => named(groups, name).isDefault)),
  'several security groups on one instance': ({ instances }) => instances.some(({ groups }) => groups.length > 1),
  'transit gateway': (topology) => topology.attachments.length > 1 && leadsTo(topology, 'transit'),
  'transit gateway with its default table': ({ transitTables }) => transitTables.some(({ isDefault }) => isDefault),
  'transit gateway with several tables': ({ transits, transitTables }) =>
    transits.some(({ name }) => transitTables.filter(({ transit }) => transit === name).length > 1),
  'transit attachment without association': ({ attachments, transitTables }) =>
    attachments.some(({ name }) => !transitTables.some(({ associations }) => associations.includes(name))),
  'transit attachment that does not propagate to a table': ({ attachments, transitTables }) =>
    transitTables.some((table) =>
      attachments.some(({ name, transit }) => transit === table.transit && !table.propagations.includes(name)),
    ),
  'static transit route': ({ transitTables }) =>
    transitTables.some(({ routes }) => routes.some(({ attachment }) => attachment !== undefined)),
  'transit blackhole': ({ transitTables }) =>
    transitTables.some(({ routes }) => routes.some(({ attachment }) => attachment === undefined)),
  'transit gateway peering': ({ transitPeerings }) => transitPeerings.length > 0,
  'transit attachment in a subnet with instances': (topology) => topology.attachments.some((a) => isHome(topology, a)),
  'transit attachment in a subnet of its own': (topology) => topology.attachments.some((a) => !isHome(topology, a)),
  'transit attachment in several zones': ({ attachments }) => attachments.some(({ subnets }) => subnets.length > 1),
  'zone without transit attachment': ({ attachments, subnets }) =>
    attachments.some((attachment) => {
      const zones = attachment.subnets.map((name) => named(subnets, name).zone);
      return subnets.some(({ vpc, zone }) => vpc === attachment.vpc && !zones.includes(zone));
    }),
  'peering with routes on both sides': (topology) => topology.peerings.some((p) => sides(topology, p) === 2),
  'peering with routes on one side': (topology) => topology.peerings.some((p) => sides(topology, p) === 1),
  'peering without routes': (topology) => topology.peerings.some((p) => sides(topology, p) === 0),
  'conversation within a VPC': (topology) => succeeds(topology, 'local'),
  'conversation over peering': (topology) => succeeds(topology, 'peering'),
  'conversation over a transit gateway': (topology) => succeeds(topology, 'transit'),
  'conversation over peered transit gateways': (topology) => succeeds(topology, 'transit peering'),
  'conversation through a NAT gateway': (topology) => succeeds(topology, 'nat'),
  'conversation through the NAT gateway of another VPC': (topology) => succeeds(topology, 'transit', 'nat'),
  'conversation with the internet': (topology) => succeeds(topology, 'internet'),
  'chain of peerings': ({ vpcs, peerings }) =>
    vpcs.some(({ name }) => peerings.filter((peering) => peering.vpcs.includes(name)).length > 1),
  ...SIX_FEATURES,
};

function succeeds(topology: Topology, ...ways: readonly Way[]): boolean {
  return comesAbout(topology, 4, ways);
}

function leadsTo(topology: Topology, kind: Target['kind']): boolean {
  return routesInUse(topology).some(({ target }) => target.kind === kind);
}

function leadsOut({ tables, subnets }: Topology, subnet: string): boolean {
  const { table } = named(subnets, subnet);
  return table !== undefined && named(tables, table).routes.some(({ target }) => target.kind === 'internet');
}

/** A route that takes some of another's addresses elsewhere. */
function hasNested(topology: Topology): boolean {
  return topology.tables.some(({ routes }) => {
    const flat = routes.flatMap(({ to, target }) =>
      blocksOf(topology, to).map((cidr) => ({ cidr, name: target.name })),
    );
    return flat.some((outer) =>
      flat.some((inner) => inner.name !== outer.name && inner.cidr !== outer.cidr && within(outer.cidr, inner.cidr)),
    );
  });
}

function associated({ acls, subnets }: Topology): Topology['acls'] {
  return acls.filter(({ name }) => subnets.some(({ acl }) => acl === name));
}

function deniesFirst(entries: Topology['acls'][number]['entries']): boolean {
  return entries.some(
    (deny) =>
      !deny.allow &&
      entries.some(({ allow, egress, number }) => allow && egress === deny.egress && number > deny.number),
  );
}

function rules({ groups }: Topology): readonly GroupRule[] {
  return groups.flatMap(({ isDefault, ingress, egress = [] }) => (isDefault ? [] : [...ingress, ...egress]));
}

function isGroup(peer: GroupRule['peer'], name: string): boolean {
  return 'group' in peer && peer.group === name;
}

function namesForeign({ groups, peerings }: Topology, peered: boolean): boolean {
  return groups.some(({ vpc, ingress }) =>
    ingress.some(({ peer }) => {
      const other = 'group' in peer ? named(groups, peer.group).vpc : vpc;
      return other !== vpc && peerings.some(({ vpcs }) => vpcs.includes(vpc) && vpcs.includes(other)) === peered;
    }),
  );
}

function isHome({ instances }: Topology, attachment: Topology['attachments'][number]): boolean {
  return instances.some(({ subnet }) => attachment.subnets.includes(subnet));
}

/** How many of the two VPCs have a route to the peering connection. */
function sides(topology: Topology, peering: Peering): number {
  const { tables } = topology;
  return peering.vpcs.filter((vpc: Vpc['name']) =>
    tables.some(
      (table) =>
        table.vpc === vpc &&
        table.routes.some(({ to, target }) => target.name === peering.name && isFour(topology, to)),
    ),
  ).length;
}

function isFour(topology: Topology, to: Destination): boolean {
  return blocksOf(topology, to).every((cidr) => family(cidr) === 4);
}

/** How many of the topologies hold each feature. */
export function countFeatures(topologies: readonly Topology[]): ReadonlyMap<string, number> {
  return new Map(Object.entries(FEATURES).map(([name, holds]) => [name, topologies.filter(holds).length]));
}
