import { family } from './address';
import { comesAbout } from './comes-about';
import { blocksOf, named, routesInUse, type AclEntry, type GroupRule, type Target, type Topology } from './topology';

/** What of IPv6 a topology may hold. */
export const SIX_FEATURES: Readonly<Record<string, (topology: Topology) => boolean>> = {
  'IPv6 block of a VPC': ({ vpcs }) => vpcs.some(({ six }) => six !== undefined),
  'VPC without IPv6 beside one with it': ({ vpcs }) =>
    vpcs.some(({ six }) => six === undefined) && vpcs.some(({ six }) => six !== undefined),
  'subnet without IPv6 in a VPC with it': ({ vpcs, subnets }) =>
    subnets.some(({ vpc, six }) => six === undefined && named(vpcs, vpc).six !== undefined),
  'IPv6 route to an internet gateway': (topology) => leadsTo(topology, 'internet'),
  'IPv6 route to an egress-only internet gateway': (topology) => leadsTo(topology, 'egress-only'),
  'egress-only and internet gateway in one VPC': ({ vpcs }) =>
    vpcs.some(({ egressOnly, internetGateway }) => egressOnly && internetGateway),
  'egress-only gateway alone': ({ vpcs }) =>
    vpcs.some(({ egressOnly, internetGateway }) => egressOnly && !internetGateway),
  'IPv6 route to a peering connection': (topology) => leadsTo(topology, 'peering'),
  'IPv6 route to a transit gateway': (topology) => leadsTo(topology, 'transit'),
  '::/1 and 8000::/1': (topology) => routesInUse(topology).some(({ to }) => 'cidr' in to && to.cidr === '8000::/1'),
  'IPv6 prefix list as a route': (topology) =>
    routesInUse(topology).some(({ to }) => 'list' in to && blocksOf(topology, to).some(isSix)),
  'no IPv6 route where there is one of IPv4': ({ tables, subnets }) =>
    subnets.some(({ six, table }) => {
      const routes = table === undefined ? [] : named(tables, table).routes;
      return six !== undefined && routes.length > 0 && routes.every(({ to }) => 'list' in to || !isSix(to.cidr));
    }),
  'network ACL with entries of IPv6': (topology) =>
    acls(topology).some((entries) => entries.some(({ cidr }) => isSix(cidr))),
  'network ACL that forgets IPv6': (topology) =>
    acls(topology).some((entries) => entries.every(({ cidr }) => !isSix(cidr))),
  'network ACL that denies some of IPv6': (topology) =>
    acls(topology).some((entries) => entries.some(({ cidr, allow }) => isSix(cidr) && !allow)),
  'security group by IPv6 block': (topology) => rules(topology).some(({ peer }) => 'cidr' in peer && isSix(peer.cidr)),
  'security group that forgets IPv6': ({ groups, instances }) =>
    instances.some(
      (host) =>
        host.six !== undefined &&
        host.groups.every((name) =>
          named(groups, name).ingress.every(({ peer }) => 'cidr' in peer && !isSix(peer.cidr)),
        ),
    ),
  'security group with ping of IPv6': (topology) => rules(topology).some(({ protocol }) => protocol === 'icmp6'),
  'security group with an IPv6 prefix list': (topology) =>
    rules(topology).some(({ peer }) => 'list' in peer && blocksOf(topology, peer).some(isSix)),
  'IPv6 propagated to a transit gateway': ({ attachments, transitTables }) =>
    attachments.some(({ name, six }) => six && transitTables.some(({ propagations }) => propagations.includes(name))),
  'transit attachment without IPv6 support': ({ attachments, vpcs }) =>
    attachments.some(({ vpc, six }) => !six && named(vpcs, vpc).six !== undefined),
  'static transit route of IPv6': ({ transitTables }) =>
    transitTables.some(({ routes }) => routes.some(({ cidr, attachment }) => isSix(cidr) && attachment !== undefined)),
  'transit blackhole of IPv6': ({ transitTables }) =>
    transitTables.some(({ routes }) => routes.some(({ cidr, attachment }) => isSix(cidr) && attachment === undefined)),
  'conversation by IPv6 within a VPC': (topology) => comesAbout(topology, 6, ['local']),
  'conversation by IPv6 over peering': (topology) => comesAbout(topology, 6, ['peering']),
  'conversation by IPv6 over a transit gateway': (topology) => comesAbout(topology, 6, ['transit']),
  'conversation by IPv6 with the internet': (topology) => comesAbout(topology, 6, ['internet']),
  'conversation by IPv6 through an egress-only gateway': (topology) => comesAbout(topology, 6, ['egress-only']),
  'conversation by IPv6 between VPCs over the internet': (topology) => comesAbout(topology, 6, ['over the internet']),
};

function isSix(cidr: string): boolean {
  return family(cidr) === 6;
}

function leadsTo(topology: Topology, kind: Target['kind']): boolean {
  return routesInUse(topology).some(({ to, target }) => target.kind === kind && 'cidr' in to && isSix(to.cidr));
}

/** Network ACLs of subnets with IPv6. */
function acls({ acls: all, subnets }: Topology): readonly (readonly AclEntry[])[] {
  return subnets.flatMap(({ six, acl }) => (six === undefined || acl === undefined ? [] : [named(all, acl).entries]));
}

function rules({ groups }: Topology): readonly GroupRule[] {
  return groups.flatMap(({ ingress, egress = [] }) => [...ingress, ...egress]);
}
