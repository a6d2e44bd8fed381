import type { Choice, GroupSet, Network, NetworkAcl, Outside, Place, RouteTable, Subnet, Vpc } from '../network';
import { intersect, restrict, sideOf, subtract, unite, type PacketSet } from '../packets';
import { intersectRanges, subtractRanges, uniteRanges } from '../packets';
import { filtered } from './across';
import { filtersOf, type Filters } from './filters';
import { crossInternet } from './inbound';
import type { CourseOptions, Dropped, Junction, Router, TakeRoute, Task } from './router';
import { followRoute } from './targets';
import { atTransit } from './transit';
import type { Arrival, Block, Drop, Step, Trail, Travel } from './travel';

/**
 * One run: pushes packets from where they begin, junction by junction, until all have arrived or were dropped. Packets
 * that come to a junction again in the same state are not followed twice.
 */
export class Course implements Router {
  readonly arrivals: Arrival[] = [];
  readonly drops: Drop[] = [];
  readonly filters: Filters;
  private readonly sure: Filters;
  private queue: Waiting[] = [];
  private readonly seen = new Map<string, PacketSet>();

  constructor(
    readonly network: Network,
    readonly options: CourseOptions,
  ) {
    this.filters = filtersOf(network, options.mode);
    this.sure = filtersOf(network, 'must');
  }

  /** The reasons, where it is not sure that these packets pass. */
  private doubts(packets: PacketSet, surely: () => PacketSet, reasons: () => readonly string[]): readonly string[] {
    if (!this.options.record || this.options.mode === 'must') return [];
    const all = reasons();
    if (all.length === 0) return all;
    return subtract(packets, surely()).length === 0 ? [] : all;
  }

  /**
   * Sends packets from a network interface.
   * @param worn groups by which rules know the sender, where the packets do not have its address
   */
  leave(place: Place, sent: PacketSet, worn?: GroupSet): void {
    const packets = this.opened(place, sent);
    const trail = this.trail({ kind: 'start', at: place }, undefined, this.options.isReply ? [] : place.opens?.reasons);
    const { zone } = place.subnet;
    const travel: Travel = { via: 'local', inspected: false, byGroup: false, zone, trail, ...(worn ? { worn } : {}) };
    const step = { kind: 'groups', direction: 'out', place } as const;
    if (this.options.isReply || !place.groups.apply) {
      this.send({ kind: 'subnet', subnet: place.subnet }, packets, travel);
      return;
    }
    const { filters } = this;
    const sure = (): PacketSet => this.sure.groups(place.groups, 'egress', 'with');
    const reasons = this.doubts(packets, sure, () => [...place.groups.reasons, ...ruleReasons(place, 'egress')]);
    const after = { ...travel, trail: this.trail(step, trail, reasons) };
    const byAddress = intersect(packets, filters.groups(place.groups, 'egress', 'without'));
    const byGroup = subtract(intersect(packets, filters.groups(place.groups, 'egress', 'only')), byAddress);
    this.drop(step, () => subtract(subtract(packets, byAddress), byGroup), trail, reasons);
    this.send({ kind: 'subnet', subnet: place.subnet }, byAddress, after);
    this.send({ kind: 'subnet', subnet: place.subnet }, byGroup, { ...after, byGroup: true });
  }

  /** What the service lets out by which something stands there. */
  private opened(place: Place, packets: PacketSet): PacketSet {
    if (!place.opens || this.options.isReply) return packets;
    const own = restrict(packets, { destination: this.filters.pick(place.opens) });
    const why = 'no rule authorises its clients to go there, or no route of theirs leads there';
    this.drop({ kind: 'refused', thing: place, why }, () => subtract(packets, own), undefined, place.opens.reasons);
    return own;
  }

  /** Follows everything to its end. */
  run(): this {
    while (this.queue.length > 0) {
      const tasks = this.options.record ? this.queue : merged(this.queue);
      this.queue = [];
      for (const task of tasks) this.follow(task);
    }
    return this;
  }

  send(at: Junction, packets: PacketSet, travel: Travel): void {
    if (packets.length > 0) this.queue.push({ at, packets, travel, key: keyOf(at, travel) });
  }

  private follow(task: Waiting): void {
    const before = this.seen.get(task.key);
    const packets = before ? subtract(task.packets, before) : task.packets;
    if (packets.length === 0) return;
    this.seen.set(task.key, before ? unite(before, packets) : packets);
    this.route({ ...task, packets });
  }

  deliver(vpc: Vpc, packets: PacketSet, travel: Travel, from?: Subnet): void {
    const wanted = sideOf(packets, 'destination');
    for (const subnet of vpc.subnets) {
      if (intersectRanges(wanted, subnet.addresses).length === 0) continue;
      const own = restrict(packets, { destination: subnet.addresses });
      if (subnet === from) this.arrive(subnet, own, travel);
      else this.enter(subnet, own, travel, (passed, after) => this.arrive(subnet, passed, after));
    }
    const nobody = this.options.record ? uniteRanges(...vpc.subnets.map(({ addresses }) => addresses)) : [];
    this.drop(
      { kind: 'refused', thing: vpc, why: 'none of its subnets has the address' },
      () => restrict(packets, { destination: subtractRanges(wanted, nobody) }),
      travel.trail,
    );
  }

  enter(subnet: Subnet, packets: PacketSet, travel: Travel, then: (passed: PacketSet, travel: Travel) => void): void {
    const passed = this.acl(subnet, 'in', packets, travel);
    if (passed.packets.length > 0) then(passed.packets, passed.travel);
  }

  /** Packets that came into a subnet for something that stands there. */
  private arrive(subnet: Subnet, packets: PacketSet, travel: Travel): void {
    const wanted = sideOf(packets, 'destination');
    for (const place of subnet.places) {
      if (intersectRanges(wanted, place.points).length === 0) continue;
      this.admit(place, restrict(packets, { destination: place.points }), travel);
    }
  }

  end(at: Place | Outside, packets: PacketSet, travel: Travel): void {
    if (packets.length === 0) return;
    const trail = this.trail({ kind: 'end', at }, travel.trail);
    this.arrivals.push({ at, packets, inspected: travel.inspected, trail });
  }

  cross(packets: PacketSet, travel: Travel): void {
    crossInternet(this, packets, travel);
  }

  drop(block: Block, packets: Dropped, trail: Trail | undefined, reasons: readonly string[] = []): void {
    if (!this.options.record) return;
    const own = typeof packets === 'function' ? packets() : packets;
    if (own.length > 0) this.drops.push({ block, packets: own, trail, reasons });
  }

  trail(step: Step, before: Trail | undefined, reasons: readonly string[] = []): Trail | undefined {
    return this.options.record ? { step, before, reasons } : undefined;
  }

  /** Passes packets through a subnet's ACL: where it is not known which it has, through any, or through all. */
  private acl(
    subnet: Subnet,
    direction: 'in' | 'out',
    packets: PacketSet,
    travel: Travel,
  ): { packets: PacketSet; travel: Travel } {
    const { options, reasons } = subnet.acls;
    const [first] = options;
    if (!first) return { packets, travel };
    const allowed = options.map((acl) =>
      filtered(this.network, packets, this.filters.pick(direction === 'in' ? acl.inbound : acl.outbound)),
    );
    const passed = allowed.reduce((a, b) => (this.options.mode === 'may' ? unite(a, b) : intersect(a, b)));
    const step: Extract<Step, { kind: 'acl' }> = { kind: 'acl', direction, subnet, acl: first };
    const sure = (): PacketSet =>
      options.map((acl) => (direction === 'in' ? acl.inbound : acl.outbound).must).reduce((a, b) => intersect(a, b));
    const open = this.doubts(passed, sure, () => [...reasons, ...aclReasons(options, direction)]);
    this.drop(step, () => subtract(packets, passed), travel.trail, open);
    return { packets: passed, travel: { ...travel, trail: this.trail(step, travel.trail, open) } };
  }

  byTable(tables: Choice<RouteTable>, packets: PacketSet, take: TakeRoute): PacketSet {
    let unrouted: PacketSet = packets;
    if (tables.options.length > 1 && this.options.mode === 'must') return unrouted;
    for (const table of tables.options) {
      const wanted = sideOf(packets, 'destination');
      for (const route of table.routes) {
        const addresses = this.filters.pick(route.addresses);
        if (intersectRanges(wanted, addresses).length === 0) continue;
        const own = restrict(packets, { destination: addresses });
        const sure = (): PacketSet =>
          tables.options.length > 1 ? [] : restrict(own, { destination: route.addresses.must });
        take(
          route,
          table,
          own,
          this.doubts(own, sure, () => [...tables.reasons, ...route.addresses.reasons]),
        );
      }
      unrouted = restrict(unrouted, { destination: subtractRanges(wanted, this.filters.pick(table.taken)) });
    }
    return unrouted;
  }

  private route(task: Task): void {
    if (task.at.kind === 'subnet') this.routeSubnet(task.at.subnet, task);
    else atTransit(this, task.at.gateway, task.at.attachment, task);
  }

  private routeSubnet(subnet: Subnet, { packets, travel }: Task): void {
    // Packets within a subnet meet neither its ACL nor its routes.
    this.arrive(subnet, restrict(packets, { destination: subnet.addresses }), travel);
    const wanted = sideOf(packets, 'destination');
    const away = restrict(packets, { destination: subtractRanges(wanted, subnet.addresses) });
    if (away.length === 0) return;
    const out = this.acl(subnet, 'out', away, travel);
    if (out.packets.length === 0) return;
    const unrouted = this.byTable(subnet.tables, out.packets, (route, table, own, reasons) => {
      const after = { ...out.travel, trail: this.trail({ kind: 'route', table, route }, out.travel.trail, reasons) };
      followRoute(this, route.target, { subnet, vpc: subnet.vpc, packets: own, travel: after });
    });
    const [table] = subnet.tables.options;
    if (table) this.drop({ kind: 'no route', table }, unrouted, out.travel.trail, subnet.tables.reasons);
  }

  /** Passes packets through the security groups of what they came to. */
  private admit(place: Place, packets: PacketSet, travel: Travel): void {
    const { via } = travel;
    if (this.options.isReply || !place.groups.apply) {
      this.end(place, packets, travel);
      return;
    }
    const referencing = via === 'local' || via === 'peering' || via === 'transit-by-group';
    const allowed = (filters: Filters): PacketSet => {
      const own = filters.groups(place.groups, 'ingress', referencing ? 'with' : 'without');
      return travel.worn && referencing ? unite(own, filters.naming(place.groups, travel.worn)) : own;
    };
    const passed = filtered(this.network, packets, allowed(this.filters));
    const step = { kind: 'groups', direction: 'in', place } as const;
    const sure = (): PacketSet => allowed(this.sure);
    const reasons = this.doubts(passed, sure, () => [...place.groups.reasons, ...ruleReasons(place, 'ingress')]);
    this.drop(step, () => subtract(packets, passed), travel.trail, reasons);
    this.end(place, passed, { ...travel, trail: this.trail(step, travel.trail, reasons) });
  }
}

/** A task with the key of its junction and state. */
interface Waiting extends Task {
  readonly key: string;
}

function keyOf(at: Junction, { via, inspected, byGroup, zone }: Travel): string {
  const place = at.kind === 'subnet' ? at.subnet.key : `${at.gateway} ${at.attachment}`;
  return `${at.kind} ${place} ${via} ${inspected} ${byGroup} ${zone ?? ''}`;
}

/** Packets that are at one junction in one state go on together. */
function merged(tasks: readonly Waiting[]): readonly Waiting[] {
  const groups = new Map<string, Waiting[]>();
  for (const task of tasks) {
    const group = groups.get(task.key);
    if (group) group.push(task);
    else groups.set(task.key, [task]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ...first, packets: unite(...group.map(({ packets }) => packets)) }] : [];
  });
}

function ruleReasons({ groups }: Place, direction: 'ingress' | 'egress'): readonly string[] {
  return groups.groups.flatMap((group) =>
    group[direction].flatMap(({ traffic, addresses }) => [...traffic.reasons, ...addresses.reasons]),
  );
}

function aclReasons(acls: readonly NetworkAcl[], direction: 'in' | 'out'): readonly string[] {
  return acls.flatMap((acl) => (direction === 'in' ? acl.inbound : acl.outbound).reasons);
}
