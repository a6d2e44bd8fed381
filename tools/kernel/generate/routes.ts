import { within } from '../address';
import type { Random } from '../random';
import type { Destination, PrefixList, Route, RouteTable, Subnet, Target, Vpc } from '../topology';
import type { Ground } from './ground';
import type { Joints } from './joints';

const EVERYWHERE = '0.0.0.0/0';
const HALVES = ['0.0.0.0/1', '128.0.0.0/1'];

/** Route tables of all VPCs, and the subnets with their associations. */
export interface Routing {
  readonly tables: readonly RouteTable[];
  readonly subnets: readonly Subnet[];
}

export interface Surroundings {
  readonly ground: Ground;
  readonly joints: Joints;
  readonly lists: readonly PrefixList[];
  readonly outsiders: readonly string[];
}

export function routingOf(random: Random, surroundings: Surroundings): Routing {
  const { vpcs, subnets } = surroundings.ground;
  const names = new Map(vpcs.map((vpc) => [vpc.name, tableNames(random, vpc)]));
  const associated = subnets.map((subnet): Subnet => {
    const [first = '', ...others] = names.get(subnet.vpc) ?? [];
    const isFirst = subnet.name.endsWith('Subnet1');
    if (!random.chance(isFirst ? 0.96 : 0.85)) return subnet;
    return { ...subnet, table: isFirst || others.length === 0 ? first : random.pick(others) };
  });
  const homes = surroundings.ground.nats.map((nat) => associated.find(({ name }) => name === nat.subnet)?.table);
  const tables = vpcs.flatMap((vpc) =>
    (names.get(vpc.name) ?? []).map((name, index) => {
      const routes = new TableDraft(random, vpc, surroundings, {
        isFirst: index === 0,
        holdsNat: homes.includes(name),
      });
      return { name, vpc: vpc.name, routes: routes.all() };
    }),
  );
  return { tables, subnets: associated };
}

function tableNames(random: Random, vpc: Vpc): string[] {
  return Array.from({ length: random.int(2, 3) }, (_, index) => `${vpc.name}Table${index + 1}`);
}

interface Place {
  readonly isFirst: boolean;
  /**
   * Whether a NAT gateway stands in a subnet of this table. Such a table leads to no NAT gateway (a loop) and to no
   * peering connection (AWS does not say what a NAT gateway does there).
   */
  readonly holdsNat: boolean;
}

class TableDraft {
  readonly #routes: Route[] = [];
  readonly #taken = new Set<string>();

  constructor(
    private readonly random: Random,
    private readonly vpc: Vpc,
    private readonly surroundings: Surroundings,
    private readonly place: Place,
  ) {}

  all(): readonly Route[] {
    this.#toOthers();
    this.#toInternet();
    return this.#routes;
  }

  #toOthers(): void {
    const transit = this.#transit();
    if (transit && this.random.chance(0.45)) this.#add({ cidr: '10.0.0.0/8' }, transit);
    for (const other of this.surroundings.ground.vpcs) {
      if (other.name === this.vpc.name) continue;
      const ways = [...this.#peering(other), ...(transit ? [transit] : [])];
      if (ways.length === 0 || !this.random.chance(0.72)) continue;
      const [way = this.random.pick(ways)] = this.random.chance(0.5) ? ways : [];
      for (const cidr of this.random.chance(0.8) ? other.cidrs : []) this.#add({ cidr }, way);
      if (this.random.chance(0.3)) this.#add({ cidr: this.#subnetOf(other) }, this.random.pick(ways));
    }
    const [list] = this.surroundings.lists;
    const ways = [...(transit ? [transit] : []), ...this.surroundings.ground.vpcs.flatMap((vpc) => this.#peering(vpc))];
    if (list && !this.#isLocal(list) && ways.length > 0 && this.random.chance(0.6))
      this.#add({ list: list.name }, this.random.pick(ways));
  }

  #toInternet(): void {
    const transit = this.#transit();
    const gateway: Target[] = this.vpc.internetGateway ? [{ kind: 'internet', name: this.vpc.name }] : [];
    const inside = this.vpc.internetGateway
      ? [...this.#nat(), ...(transit ? [transit] : [])]
      : [...(transit ? [transit] : []), ...this.#nat()];
    const [first] = this.place.isFirst ? gateway : inside;
    const ways = [...gateway, ...inside];
    if (ways.length === 0 || !this.random.chance(0.85)) return;
    const way = first && this.random.chance(0.8) ? first : this.random.pick(ways);
    if (this.random.chance(0.25)) {
      for (const cidr of HALVES) this.#add({ cidr }, this.random.chance(0.7) ? way : this.random.pick(ways));
    } else this.#add({ cidr: EVERYWHERE }, way);
    if (this.random.chance(0.25)) {
      const [outsider = ''] = this.surroundings.outsiders;
      this.#add({ cidr: outsider.replace(/\d+$/, '0/24') }, this.random.pick(ways));
    }
  }

  #transit(): Target | undefined {
    const attachment = this.surroundings.joints.attachments.find(({ vpc }) => vpc === this.vpc.name);
    return attachment && { kind: 'transit', name: attachment.transit };
  }

  #nat(): Target[] {
    if (this.place.holdsNat) return [];
    return this.surroundings.ground.nats
      .filter(({ subnet }) => this.#holds(subnet))
      .map(({ name }): Target => ({ kind: 'nat', name }));
  }

  #peering(other: Vpc): Target[] {
    if (this.place.holdsNat || other.name === this.vpc.name) return [];
    return this.surroundings.joints.peerings
      .filter(({ vpcs }) => vpcs.includes(this.vpc.name) && vpcs.includes(other.name))
      .map(({ name }): Target => ({ kind: 'peering', name }));
  }

  #holds(subnet: string): boolean {
    return this.surroundings.ground.subnets.some(({ name, vpc }) => name === subnet && vpc === this.vpc.name);
  }

  /** AWS takes no route to a transit gateway or peer within the VPC's own blocks. */
  #isLocal({ cidrs }: PrefixList): boolean {
    return this.vpc.cidrs.some((own) => cidrs.some((cidr) => within(own, cidr)));
  }

  #subnetOf(vpc: Vpc): string {
    return this.random.pick(this.surroundings.ground.subnets.filter((subnet) => subnet.vpc === vpc.name)).cidr;
  }

  /** Adds a route unless the table has one to the same block, or a list names a block that it has. */
  #add(to: Destination, target: Target): void {
    const list = 'list' in to ? this.surroundings.lists.find(({ name }) => name === to.list) : undefined;
    const cidrs = 'cidr' in to ? [to.cidr] : (list?.cidrs ?? []);
    if (cidrs.some((cidr) => this.#taken.has(cidr))) return;
    for (const cidr of cidrs) this.#taken.add(cidr);
    this.#routes.push({ to, target });
  }
}
