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
  return [
    ...networks.flatMap(attachmentItems),
    ...networks.flatMap((network) => network.vpc.flows.flatMap((flow) => flowItems(flow, networks, network.name))),
    ...config.network.flows.flatMap((flow) => flowItems(flow, networks, undefined)),
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
  return [
    { quota: 'attachments', where: GATEWAY, count: 1, department },
    { quota: 'transitRoutes', where: GATEWAY, count: vpc.attachment.propagate.length, department },
  ];
}

function flowItems(flow: Flow, networks: readonly PlacedNetwork[], own: string | undefined): Item[] {
  const [from, to] = [flow.from, flow.to].map((text) => endOf(text, networks, own));
  if (!from || !to) return [];
  const spans = Math.max(1, flow.ports.length);
  const inside = from.network !== undefined && from.network === to.network;
  const rules = (near: End, far: End, direction: string): Item[] =>
    near.network
      ? [
          {
            quota: 'groupRules',
            where: `the security group of ${near.name}, ${direction}`,
            count: spans * (inside ? 1 : far.blocks),
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
            count: spans * from.blocks * to.blocks,
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
}

function endOf(text: string, networks: readonly PlacedNetwork[], own: string | undefined): End | undefined {
  if (text === 'internet') return { name: text, network: undefined, blocks: 1 };
  const name = text.includes('/') || own === undefined ? text : `${own}/${text}`;
  const [vpc = '', zone = ''] = name.split('/');
  const network = networks.find((each) => each.name === vpc);
  const subnets = network?.vpc.zones[zone];
  if (!network || !subnets) return undefined;
  const blocks = subnets.flatMap((subnet) => parseCidr(subnet) ?? []);
  return { name, network, blocks: joinBlocks(blocks).length };
}
