import { announced, blocksOf, named, type Subnet, type Target, type Topology, type TransitTable } from '../topology';
import { aclChains, FROM_AFAR } from './filters';
import {
  attachmentSpace,
  egressOnlySpace,
  EVERYWHERE,
  gatewaySpace,
  natSpace,
  subnetSpace,
  tableSpace,
  vpcSpace,
} from './names';
import type { PlanDraft } from './plan';

/** Links each subnet to what its route table names, one link for each target. */
export function addRoutes(draft: PlanDraft, topology: Topology, subnet: Subnet): void {
  if (subnet.table === undefined) return;
  const devices = new Map<string, string | undefined>();
  for (const { to, target } of named(topology.tables, subnet.table).routes) {
    const key = `${target.kind} ${target.name}`;
    if (!devices.has(key)) devices.set(key, linkTo(draft, topology, subnet, target));
    const device = devices.get(key);
    for (const cidr of blocksOf(topology, to)) {
      if (device === undefined) draft.blackhole(subnetSpace(subnet.name), cidr);
      else draft.route(subnetSpace(subnet.name), cidr, device);
    }
  }
}

/** @returns the subnet's end; undefined where the target cannot be reached from the subnet. */
function linkTo(draft: PlanDraft, topology: Topology, subnet: Subnet, { kind, name }: Target): string | undefined {
  const space = subnetSpace(subnet.name);
  const ways = {
    internet: () => draft.link(space, gatewaySpace(name))[0],
    'egress-only': () => draft.link(space, egressOnlySpace(name))[0],
    nat: () => draft.link(space, natSpace(name))[0],
    peering: () => linkToPeer(draft, topology, subnet, name),
    transit: () => linkToTransit(draft, topology, subnet, name),
  };
  return ways[kind]();
}

/** A transit gateway takes traffic from a zone only where it is attached to a subnet of that zone. */
function linkToTransit(draft: PlanDraft, topology: Topology, subnet: Subnet, transit: string): string | undefined {
  const attachment = topology.attachments.find((item) => item.vpc === subnet.vpc && item.transit === transit);
  const home = attachment?.subnets.find((name) => named(topology.subnets, name).zone === subnet.zone);
  if (!attachment || home === undefined) return undefined;
  return draft.link(subnetSpace(subnet.name), attachmentSpace(attachment.name, home))[0];
}

/** Into the other VPC's local route, with this VPC's own addresses only. */
function linkToPeer(draft: PlanDraft, topology: Topology, subnet: Subnet, peering: string): string {
  const { vpcs } = named(topology.peerings, peering);
  const other = vpcs[0] === subnet.vpc ? vpcs[1] : vpcs[0];
  const [device, arrival] = draft.link(subnetSpace(subnet.name), vpcSpace(other));
  const { cidrs, six } = named(topology.vpcs, subnet.vpc);
  draft.rules(
    vpcSpace(other),
    `chain ${arrival} { type filter hook forward priority 0; policy accept;`,
    `iifname ${arrival} ip saddr != { ${cidrs.join(', ')} } drop`,
    `iifname ${arrival} ${six === undefined ? 'meta nfproto ipv6' : `ip6 saddr != ${six}`} drop`,
    '}',
  );
  return device;
}

/** Attachments lead to the table that they are associated with, past the inbound rules of the subnet they stand in. */
export function addAttachments(draft: PlanDraft, topology: Topology): void {
  for (const { name, subnets } of topology.attachments) {
    const table = topology.transitTables.find(({ associations }) => associations.includes(name));
    for (const { name: subnet, zone, acl } of subnets.map((item) => named(topology.subnets, item))) {
      const space = attachmentSpace(name, subnet);
      const onward = table && draft.link(space, tableSpace(table.name, zone))[0];
      for (const cidr of EVERYWHERE) {
        if (onward === undefined) draft.blackhole(space, cidr);
        else draft.route(space, cidr, onward);
      }
      draft.rules(
        space,
        ...aclChains(topology, acl),
        'chain forward { type filter hook forward priority 0; policy accept;',
        'jump inbound',
        '}',
      );
    }
  }
}

/** One table of a transit gateway for one zone: each route leads into a subnet where the attachment stands. */
export function addTransitTable(draft: PlanDraft, topology: Topology, table: TransitTable, zone: Subnet['zone']): void {
  const space = tableSpace(table.name, zone);
  const devices = new Map<string, string | undefined>();
  const routes = new Map<string, string | undefined>();
  for (const name of table.propagations) {
    for (const cidr of announced(topology, named(topology.attachments, name))) routes.set(cidr, name);
  }
  for (const { cidr, attachment } of table.routes) routes.set(cidr, attachment);
  for (const cidr of EVERYWHERE) if (!routes.has(cidr)) routes.set(cidr, undefined);
  for (const [cidr, next] of routes) {
    if (next !== undefined && !devices.has(next)) devices.set(next, linkOnward(draft, topology, { table, zone, next }));
    const device = next === undefined ? undefined : devices.get(next);
    if (device === undefined) draft.blackhole(space, cidr);
    else draft.route(space, cidr, device);
  }
  draft.rules(
    space,
    'chain forward { type filter hook forward priority 0; policy accept;',
    `ip dscp set ${FROM_AFAR}`,
    `ip6 dscp set ${FROM_AFAR}`,
    '}',
  );
}

interface Onward {
  readonly table: TransitTable;
  readonly zone: Subnet['zone'];
  /** An attachment or a peering. */
  readonly next: string;
}

function linkOnward(draft: PlanDraft, topology: Topology, { table, zone, next }: Onward): string | undefined {
  const space = tableSpace(table.name, zone);
  const peering = topology.transitPeerings.find(({ name }) => name === next);
  if (!peering) {
    const exits = named(topology.attachments, next).subnets.map((name) => named(topology.subnets, name));
    const exit = exits.find((subnet) => subnet.zone === zone) ?? exits[0];
    return exit && draft.link(space, subnetSpace(exit.name))[0];
  }
  const other = topology.transitTables.find(
    ({ transit, associations }) => transit !== table.transit && associations.includes(next),
  );
  return other && draft.link(space, tableSpace(other.name, zone))[0];
}
