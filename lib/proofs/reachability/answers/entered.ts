import type { FlowGap } from './flow-gap';
import { ALL_PORTS, relaysOf, type Network } from '../network';
import { subtract, unite, type PacketSet } from '../packets';
import type { Mode } from '../engine';
import type { Cells } from './cells';
import { trafficOf, type DeclaredFlows } from './declared';
import type { Passing } from './through';
import { trafficText } from './traffic';
import type { Zone } from './zones';

/** Zones that the internet enters by way of what stands in none: Global Accelerator, CloudFront, Verified Access, APIs. */
export class Entries {
  private readonly found: ReadonlyMap<Zone, readonly Passing[]>;
  private readonly internet: Zone | undefined;

  constructor(
    private readonly cells: Cells,
    private readonly flows: DeclaredFlows,
  ) {
    this.internet = cells.zones.find(({ name }) => name === 'internet');
    this.found = this.internet ? entriesOf(cells, this.internet) : new Map<Zone, Passing[]>();
  }

  /** What so enters, whatever its addresses: on the port that clients connect to, and on the one that is reached. */
  between(from: Zone, to: Zone, mode: Mode): PacketSet {
    const passings = from === this.internet ? (this.found.get(to) ?? []) : [];
    return passings
      .filter(({ answer }) => mode === 'may' || answer === 'yes')
      .flatMap(({ sent, arriving }) => widened(this.cells.network, [...sent[mode], ...arriving[mode]]));
  }

  /** What so enters and no flow declares, neither on the one port nor on the other. */
  undeclared(): readonly FlowGap[] {
    return [...this.found].flatMap(([to, passings]) => this.gap(to, passings) ?? []);
  }

  private gap(to: Zone, passings: readonly Passing[]): FlowGap | undefined {
    const { cells, flows, internet } = this;
    if (!internet) return undefined;
    const declared = trafficOf(flows.between(internet, to), cells.network.book.space.all);
    const isDeclared = (packets: PacketSet): boolean =>
      subtract(widened(cells.network, packets), declared).length === 0;
    const open = passings.filter(({ sent, arriving }) => !isDeclared(sent.may) && !isDeclared(arriving.may));
    const sure = open.filter(({ answer }) => answer === 'yes');
    const [first] = [...sure, ...open];
    if (!first) return undefined;
    const sent = sure.length > 0 ? sure.map((own) => own.sent.must) : open.map((own) => own.sent.may);
    return {
      from: internet.name,
      to: to.name,
      canBeDeclared: true,
      subnet: to.subnets[0]?.origin,
      sure: sure.length > 0,
      traffic: trafficText(unite(...sent)),
      declared: cells.declared(internet, to),
      witness: first.witness,
      blockedBy: [],
      unresolved: sure.length > 0 ? [] : [...new Set(open.flatMap(({ unresolved }) => unresolved))],
    };
  }
}

/** What leads into each zone, surely or perhaps. Interfaces of the relay's own are what faces the internet. */
function entriesOf(cells: Cells, internet: Zone): ReadonlyMap<Zone, readonly Passing[]> {
  const ways = cells.relays();
  const follower = ways.follower(internet);
  const found = new Map<Zone, Passing[]>();
  const relays = relaysOf(cells.network).filter(({ entrances }) =>
    entrances.some((end) => internet.ends.includes(end)),
  );
  for (const relay of relays) {
    for (const [door, exit] of relay.doors.flatMap((own) => own.exits.map((exit) => [own, exit] as const))) {
      const passing = follower.follow([{ relay, door, exit }], exit.to, { at: 'first', traffic: undefined });
      if (passing.answer === 'no') continue;
      const entered = exit.from.kind === 'places' ? exit.from.places : exit.to;
      for (const zone of new Set(entered.flatMap(({ key }) => ways.homeOf(key) ?? [])))
        found.set(zone, [...(found.get(zone) ?? []), passing]);
    }
  }
  return found;
}

/** Packets whatever their addresses, as flows are declared. */
function widened({ book }: Network, packets: PacketSet): PacketSet {
  const { all } = book.space;
  return packets.map((own) => ({ ...own, source: all, destination: all, sourcePort: ALL_PORTS }));
}
