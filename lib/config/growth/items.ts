import { joinBlocks, parseCidr, type Flow } from '../../model';
import { ingressesOf } from '../ingresses';
import type { LandingZoneConfig } from '../schema';
import { placedVpcs, type PlacedNetwork } from './placed-networks';
import type { Item } from './item';
import { routingItems } from './routing-items';

const GATEWAY = 'the transit gateway';

/** All that a landing zone's network counts against quotas. */
export function itemsOf(config: LandingZoneConfig): Item[] {
  const networks = placedVpcs(config);
  const firewall = networks.find(({ name }) => name === config.network.inspection.vpc);
  const surroundings = { networks, speaksIpv6: firewall !== undefined && statesIpv6(firewall) };
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

/** What the hub has beside the VPCs: static routes, a line and its routes, a firewall at the gateway. */
function hubItems({ network: { government, hub, inspection } }: LandingZoneConfig): Item[] {
  const one = { where: GATEWAY, department: undefined };
  const lines = government ? 1 : 0;
  const routes = government ? government.announced.length + government.accepted.length : 0;
  const stated = hub.routeTables.reduce((total, table) => total + table.routes.length, 0);
  return [
    { ...one, quota: 'attachments', count: lines + (inspection.atHub ? 1 : 0) },
    { ...one, quota: 'transitRoutes', count: stated + routes },
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
}

function flowItems(flow: Flow, surroundings: Surroundings, own: string | undefined): Item[] {
  const [from, to] = [flow.from, flow.to].map((text) => endOf(text, surroundings, own));
  if (!from || !to) return [];
  const spans = Math.max(1, flow.ports.length);
  const inside = from.network !== undefined && from.network === to.network;
  // Between VPCs a zone has one block of IPv6, whatever the number of its subnets.
  const further = from.ipv6 && to.ipv6 ? 1 : 0;
  const rules = (near: End, far: End, direction: string): Item[] =>
    near.network
      ? [
          {
            quota: 'groupRules',
            where: `the security group of ${near.name}, ${direction}`,
            count: spans * (inside ? 1 : far.blocks + further),
            department: inside ? undefined : far.network?.department,
          },
        ]
      : [];
  const crossing = !inside && from.network && to.network;
  return [
    ...rules(from, to, 'out'),
    ...rules(to, from, 'in'),
    ...(crossing
      ? [
          {
            quota: 'firewallRules' as const,
            where: 'the firewall',
            count: spans * (from.blocks * to.blocks + further),
            department: from.network?.department ?? to.network?.department,
          },
        ]
      : []),
  ];
}

interface End {
  readonly name: string;
  readonly network: PlacedNetwork | undefined;
  readonly blocks: number;
  /** Whether the hub leads to it by IPv6. */
  readonly ipv6: boolean;
}

function endOf(text: string, { networks, speaksIpv6 }: Surroundings, own: string | undefined): End | undefined {
  if (text === 'internet') return { name: text, network: undefined, blocks: 1, ipv6: false };
  const name = text.includes('/') || own === undefined ? text : `${own}/${text}`;
  const [vpc = '', zone = ''] = name.split('/');
  const network = networks.find((each) => each.name === vpc);
  const subnets = network?.vpc.zones[zone];
  if (!network || !subnets) return undefined;
  const blocks = subnets.flatMap((subnet) => parseCidr(subnet) ?? []);
  const ipv6 = speaksIpv6 && network.vpc.attachment !== undefined && statesIpv6(network);
  return { name, network, blocks: joinBlocks(blocks).length, ipv6 };
}

function statesIpv6({ vpc }: PlacedNetwork): boolean {
  return parseCidr(vpc.ipv6 ?? '') !== undefined;
}
