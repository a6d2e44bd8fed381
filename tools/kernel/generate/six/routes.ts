import { within } from '../../address';
import type { Random } from '../../random';
import {
  blocksOf,
  named,
  type Attachment,
  type Destination,
  type Route,
  type RouteTable,
  type Target,
  type Topology,
  type TransitRoute,
  type TransitTable,
  type Vpc,
} from '../../topology';

/** All blocks of the harness's VPCs. */
export const ALL_VPCS = '2600:1f16::/32';
export const EVERYWHERE = '::/0';
const HALVES = ['::/1', '8000::/1'];

/** Route tables of VPCs, with routes of IPv6 behind those of IPv4. */
export function tablesWithSix(random: Random, topology: Topology): readonly RouteTable[] {
  return topology.tables.map((table) => {
    const vpc = named(topology.vpcs, table.vpc);
    if (vpc.six === undefined) return table;
    return { ...table, routes: [...table.routes, ...new Routes(random, topology, table, vpc).all()] };
  });
}

class Routes {
  readonly #routes: Route[] = [];
  readonly #taken = new Set<string>();

  constructor(
    private readonly random: Random,
    private readonly topology: Topology,
    private readonly table: RouteTable,
    private readonly vpc: Vpc,
  ) {}

  all(): readonly Route[] {
    this.#toOthers();
    this.#toInternet();
    return this.#routes;
  }

  #toOthers(): void {
    const transit = this.#transit();
    if (this.random.chance(0.3)) for (const way of transit) this.#add({ cidr: ALL_VPCS }, way);
    for (const other of this.topology.vpcs) {
      if (other.six === undefined || other.name === this.vpc.name) continue;
      const ways = [...this.#peering(other), ...transit];
      if (ways.length === 0 || !this.random.chance(0.75)) continue;
      if (this.random.chance(0.85)) this.#add({ cidr: other.six }, this.random.pick(ways));
      const inner = this.topology.subnets.find(({ vpc, six }) => vpc === other.name && six !== undefined)?.six;
      if (inner !== undefined && this.random.chance(0.25)) this.#add({ cidr: inner }, this.random.pick(ways));
    }
    const list = this.topology.lists.find(({ name }) => name === 'ListSix');
    const ways = [...transit, ...this.topology.vpcs.flatMap((other) => this.#peering(other))];
    const isLocal = list?.cidrs.some((cidr) => this.vpc.six !== undefined && within(this.vpc.six, cidr));
    if (list && !isLocal && ways.length > 0 && this.random.chance(0.5))
      this.#add({ list: list.name }, this.random.pick(ways));
  }

  #toInternet(): void {
    const ways: Target[] = [
      ...(this.vpc.internetGateway ? [{ kind: 'internet', name: this.vpc.name } as const] : []),
      ...(this.vpc.egressOnly && !this.#isTransit() ? [{ kind: 'egress-only', name: this.vpc.name } as const] : []),
      ...(this.random.chance(0.2) ? this.#transit() : []),
    ];
    if (ways.length === 0 || !this.random.chance(0.9)) return;
    const way = this.random.pick(ways);
    if (this.random.chance(0.25)) {
      for (const cidr of HALVES) this.#add({ cidr }, this.random.chance(0.7) ? way : this.random.pick(ways));
    } else this.#add({ cidr: EVERYWHERE }, way);
    const outsider = this.topology.outsiders.find((address) => address.includes(':')) ?? '';
    if (this.random.chance(0.25))
      this.#add({ cidr: outsider.replace(/::.*/, '::/64') }, this.random.pick([...ways, ...this.#transit()]));
  }

  #transit(): readonly Target[] {
    const attachment = this.topology.attachments.find(({ vpc }) => vpc === this.vpc.name);
    return attachment && hasSix(this.topology, attachment) ? [{ kind: 'transit', name: attachment.transit }] : [];
  }

  /**
   * Whether a transit gateway's interface stands where this table leads: AWS does not say whether an egress-only gateway
   * lets addresses of other VPCs out.
   */
  #isTransit(): boolean {
    return this.topology.attachments.some(({ subnets }) =>
      subnets.some((name) => named(this.topology.subnets, name).table === this.table.name),
    );
  }

  #peering(other: Vpc): readonly Target[] {
    if (other.name === this.vpc.name || other.six === undefined) return [];
    return this.topology.peerings
      .filter(({ vpcs }) => vpcs.includes(this.vpc.name) && vpcs.includes(other.name))
      .map(({ name }): Target => ({ kind: 'peering', name }));
  }

  #add(to: Destination, target: Target): void {
    const cidrs = blocksOf(this.topology, to);
    if (cidrs.some((cidr) => this.#taken.has(cidr))) return;
    for (const cidr of cidrs) this.#taken.add(cidr);
    this.#routes.push({ to, target });
  }
}

/** Tables of transit gateways, with static routes of IPv6. */
export function transitTablesWithSix(random: Random, topology: Topology): readonly TransitTable[] {
  return topology.transitTables.map((table) =>
    table.isDefault ? table : { ...table, routes: [...table.routes, ...staticRoutes(random, topology, table)] },
  );
}

function staticRoutes(random: Random, topology: Topology, { transit }: TransitTable): readonly TransitRoute[] {
  const own = topology.attachments.filter((item) => item.transit === transit && hasSix(topology, item));
  const [peer] = topology.transitPeerings;
  const routes = new Map<string, TransitRoute>();
  const add = (cidr: string, attachment?: string): void => {
    if (!routes.has(cidr)) routes.set(cidr, { cidr, ...(attachment === undefined ? {} : { attachment }) });
  };
  for (const { name, six } of topology.vpcs) {
    if (six === undefined) continue;
    if (random.chance(0.12)) add(six);
    if (random.chance(0.12)) add(six.replace('00::/56', `0${random.int(1, 3)}::/64`));
    const home = own.find(({ vpc }) => vpc === name);
    if (home && random.chance(home.six ? 0.25 : 0.7)) add(six, home.name);
    if (!home && peer && random.chance(0.95)) add(six, peer.name);
  }
  const exits = own.filter(({ vpc }) => named(topology.vpcs, vpc).internetGateway);
  if (exits.length > 0 && random.chance(0.3)) add(EVERYWHERE, random.pick(exits).name);
  return [...routes.values()];
}

/** Whether each subnet in which the gateway's interfaces stand has IPv6: AWS says nothing of others. */
function hasSix(topology: Topology, { subnets }: Attachment): boolean {
  return subnets.every((name) => named(topology.subnets, name).six !== undefined);
}
