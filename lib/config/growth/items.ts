import { isRoutedByInternet, joinBlocks, parseCidr, type Flow } from '../../model';
import { ingressesOf } from '../ingresses';
import type { LandingZoneConfig } from '../schema';
import { placedVpcs, type PlacedNetwork } from './placed-networks';
import type { Item } from './item';
import { routingItems } from './routing-items';

const GATEWAY = 'the transit gateway';
const FIREWALL = 'the firewall';

/** All that a landing zone's network counts against quotas. */
export function itemsOf(config: LandingZoneConfig): Item[] {
  const networks = placedVpcs(config);
  const firewall = networks.find(({ name }) => name === config.network.inspection.vpc);
  const { government } = config.network;
  const speaksIpv6 = firewall !== undefined && statesIpv6(firewall);
  const surroundings = { networks, speaksIpv6, isRouted: config.network.ipv6?.internet ?? true, government };
  return [
    ...networks.flatMap(attachmentItems),
    ...networks.flatMap((network) => network.vpc.flows.flatMap((flow) => flowItems(flow, surroundings, network.name))),
    ...config.network.flows.flatMap((flow) => flowItems(flow, surroundings, undefined)),
    ...hubItems(config),
    ...routingItems(config),
    ...published(config),
  ];
}

function published(config: LandingZoneConfig): Item[] {
  return ingressesOf(config).flatMap(({ ingress, title }) =>
    ingress.publish.flatMap(({ account }): Item[] => {
      const department = config.accounts.find((each) => each.name === account)?.department;
      const one = { count: 1, department };
      return [
        { ...one, quota: 'balancerRules', where: `the load balancer of ${title}` },
        ...(ingress.proxy ? [{ ...one, quota: 'proxyHosts' as const, where: `the reverse proxy of ${title}` }] : []),
      ];
    }),
  );
}

/** Rules by names end with three that drop what no flow passes, for all flows together. */
const CLOSING = 3;

/** What the hub has beside the VPCs: static routes, a line and its routes, a firewall at the gateway, what closes its rules. */
function hubItems({ network: { flows, government, hub, inspection } }: LandingZoneConfig): Item[] {
  const one = { where: GATEWAY, department: undefined };
  const lines = government ? 1 : 0;
  const routes = government ? government.announced.length + government.accepted.length : 0;
  const named = flows.some(({ to, domains }) => to === 'internet' && domains !== undefined);
  const stated = hub.routeTables.reduce((total, table) => total + table.routes.length, 0);
  return [
    { ...one, quota: 'attachments', count: lines + (inspection.atHub ? 1 : 0) },
    { ...one, quota: 'transitRoutes', count: stated + routes },
    { ...one, where: FIREWALL, quota: 'domainRules', count: named ? CLOSING : 0 },
  ];
}

function attachmentItems({ vpc, department }: PlacedNetwork): Item[] {
  if (!vpc.attachment) return [];
  // A propagation announces the block of each family.
  const families = vpc.ipv6 === undefined ? 1 : 2;
  return [
    { quota: 'attachments', where: GATEWAY, count: 1, department },
    { quota: 'transitRoutes', where: GATEWAY, count: vpc.attachment.propagate.length * families, department },
  ];
}

interface Surroundings {
  readonly networks: readonly PlacedNetwork[];
  /** Whether the hub leads by IPv6: the VPC of the firewall states a block of it. */
  readonly speaksIpv6: boolean;
  /** Whether the internet routes blocks of the network that are its own. */
  readonly isRouted: boolean;
  /** The network at the end of the line, where there is one. */
  readonly government: LandingZoneConfig['network']['government'];
}

function flowItems(flow: Flow, surroundings: Surroundings, own: string | undefined): Item[] {
  const [from, to] = [flow.from, flow.to].map((text) => endOf(text, surroundings, own));
  if (!from || !to) return [];
  return [...groupItems(flow, from, to), ...groupItems(flow, to, from), ...firewallItems(flow, from, to)];
}

/** Rules of the security group of one end. */
function groupItems(flow: Flow, near: End, far: End): Item[] {
  const { network } = near;
  if (!network) return [];
  const inside = isInside(near, far);
  const direction = flow.from === near.text ? 'out' : 'in';
  const rules = inside ? ownRules(flow, network) : far.blocks + furtherRules(flow, near, far);
  return [
    {
      quota: 'groupRules',
      where: `the security group of ${near.name}, ${direction}`,
      count: spansOf(flow) * rules,
      department: inside ? undefined : far.network?.department,
    },
  ];
}

/** Groups name each other whatever family they speak; control messages alone have a protocol for each. */
function ownRules({ protocol }: Flow, { vpc }: PlacedNetwork): number {
  return protocol === 'icmp' && vpc.ipv6 !== undefined ? 2 : 1;
}

/** A rule more where both ends have IPv6: between VPCs a zone has one block of it, whatever the number of its subnets. */
function furtherRules(flow: Flow, near: End, far: End): number {
  if (far.kind !== 'internet') return near.ipv6 && far.ipv6 ? 1 : 0;
  return near.facesByIpv6 && flow.domains === undefined ? 1 : 0;
}

/** Whether the internet reaches the VPC by IPv6: by addresses that it routes, through a gateway. */
function facesByIpv6({ vpc: { internetGateway, ipv6 } }: PlacedNetwork, isRouted: boolean): boolean {
  if (!internetGateway || ipv6 === undefined) return false;
  const block = parseCidr(ipv6);
  return ipv6 === 'amazon' || (block !== undefined && isRoutedByInternet(block, isRouted));
}

/** Rules of the firewall at the hub: by addresses between networks, by names to the internet. */
function firewallItems(flow: Flow, from: End, to: End): Item[] {
  const department = from.network?.department ?? to.network?.department;
  const one = { where: FIREWALL, department };
  const spans = spansOf(flow);
  if (flow.domains && to.kind === 'internet') {
    // One for each name, and one for the handshake before it is known.
    return [{ ...one, quota: 'domainRules', count: spans * (flow.domains.length + 1) }];
  }
  if (isInside(from, to) || [from, to].some(({ kind }) => kind === 'internet')) return [];
  const further = from.ipv6 && to.ipv6 ? 1 : 0;
  return [{ ...one, quota: 'firewallRules', count: spans * (from.blocks * to.blocks + further) }];
}

function isInside(one: End, other: End): boolean {
  return one.network !== undefined && one.network === other.network;
}

function spansOf({ ports }: Flow): number {
  return Math.max(1, ports.length);
}

/** One end of a flow: a zone of a VPC, the network at the end of the line, or the internet. */
interface End {
  readonly kind: 'zone' | 'line' | 'internet';
  /** As the flow says it. */
  readonly text: string;
  readonly name: string;
  readonly network: PlacedNetwork | undefined;
  readonly blocks: number;
  /** Whether the hub leads to it by IPv6. */
  readonly ipv6: boolean;
  /** Whether the internet reaches its VPC by IPv6. */
  readonly facesByIpv6: boolean;
}

function endOf(text: string, surroundings: Surroundings, own: string | undefined): End | undefined {
  const { government } = surroundings;
  const outside = { text, name: text, network: undefined, ipv6: false, facesByIpv6: false };
  if (text === 'internet') return { ...outside, kind: 'internet', blocks: 1 };
  if (text === government?.name) return { ...outside, kind: 'line', blocks: joined(government.accepted) };
  return zoneEnd(text, text.includes('/') || own === undefined ? text : `${own}/${text}`, surroundings);
}

function zoneEnd(text: string, name: string, { networks, speaksIpv6, isRouted }: Surroundings): End | undefined {
  const [vpc = '', zone = ''] = name.split('/');
  const network = networks.find((each) => each.name === vpc);
  const subnets = network?.vpc.zones[zone];
  if (!network || !subnets) return undefined;
  const ipv6 = speaksIpv6 && network.vpc.attachment !== undefined && statesIpv6(network);
  const faces = facesByIpv6(network, isRouted);
  return { kind: 'zone', text, name, network, blocks: joined(subnets), ipv6, facesByIpv6: faces };
}

function joined(blocks: readonly string[]): number {
  return joinBlocks(blocks.flatMap((block) => parseCidr(block) ?? [])).length;
}

function statesIpv6({ vpc }: PlacedNetwork): boolean {
  return parseCidr(vpc.ipv6 ?? '') !== undefined;
}
