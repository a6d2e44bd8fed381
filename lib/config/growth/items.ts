import { joinBlocks, parseCidr, type Flow } from '../../model';
import type { LandingZoneConfig } from '../schema';
import { placedVpcs, type PlacedNetwork } from './placed-networks';
import type { QuotaName } from './quota-names';

/** Something of which AWS allows so many. */
export interface Item {
  readonly quota: QuotaName;
  /** What it counts against: one quota may hold for many of its kind. */
  readonly where: string;
  readonly count: number;
  /** Department that brings it; undefined for what is shared. */
  readonly department: string | undefined;
}

/** All that a landing zone's network counts against quotas. */
export function itemsOf(config: LandingZoneConfig): Item[] {
  const networks = placedVpcs(config);
  return [
    ...networks.flatMap((network) => attachmentItems(network, config)),
    ...config.network.hub.routeTables.map((table): Item => ({
      quota: 'transitRoutes',
      where: 'the transit gateway',
      count: table.routes.length,
      department: undefined,
    })),
    ...networks.flatMap((network) => network.vpc.flows.flatMap((flow) => flowItems(flow, networks, network.name))),
    ...config.network.flows.flatMap((flow) => flowItems(flow, networks, undefined)),
    ...published(config),
  ];
}

function published({ accounts, network: { ingress } }: LandingZoneConfig): Item[] {
  return (ingress?.publish ?? []).flatMap(({ account }): Item[] => {
    const department = accounts.find((each) => each.name === account)?.department;
    const one = { count: 1, department };
    return [
      { ...one, quota: 'balancerRules', where: 'the load balancer of the way in' },
      ...(ingress?.proxy ? [{ ...one, quota: 'proxyHosts' as const, where: 'the reverse proxy of the way in' }] : []),
    ];
  });
}

function attachmentItems({ vpc, department, account }: PlacedNetwork, config: LandingZoneConfig): Item[] {
  if (!vpc.attachment) return [];
  const routes = vpc.attachment.propagate.length;
  const elsewhere = account !== config.network.hub.account;
  const hub = 'the transit gateway';
  const { routingStacks: stacks } = config.network.hub;
  const stack = stacks === 1 ? 'the stack routing' : `a stack of ${stacks} for routing, on average`;
  return [
    { quota: 'attachments', where: hub, count: 1, department },
    { quota: 'transitRoutes', where: hub, count: routes, department },
    { quota: 'stackResources', where: stack, count: (1 + routes + (elsewhere ? 1 : 0)) / stacks, department },
    { quota: 'stackParameters', where: stack, count: (elsewhere ? 1 : 0) / stacks, department },
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
