import type {
  ReachabilityAnswer as Answer,
  ReachabilityCell as Cell,
  ReachabilityPassage,
  TrafficText,
  WitnessHop,
} from '../../../model';
import { connect, hasOpenNat, lanesOf, lasting, reach, type Drop, type End, type Mode, type Reached } from '../engine';
import { blocksOf } from '../explain';
import { isCertain, type Network } from '../network';
import { intersect, intersectRanges, pairsOf, restrict, unite, type PacketSet, type Ranges } from '../packets';
import { answerFor } from './answer';
import { CellsThrough } from './cell-through';
import { allPackets, trafficText } from './traffic';
import type { DeclaredFlows } from './declared';
import { Hairpins, type Pairs } from './hairpins';
import { sample } from './sample';
import { subjectOf } from './subject';
import { addressesOf, type Zone } from './zones';

/** What is reached from the outside of a number, or from all that stands inside. */
interface ZoneRun {
  readonly from: number | undefined;
  readonly reached: Reached;
}

/** What goes from a zone to another around something. */
export interface Around {
  readonly from: Zone;
  readonly to: Zone;
  readonly may: PacketSet;
  readonly must: PacketSet;
}

/** Every zone with every other. Ways and blocks are worked out when they are read. */
export class Cells {
  readonly may: Pairs;
  readonly must: Pairs;
  private hairpins: Hairpins | undefined;
  private relayed: CellsThrough | undefined;
  private readonly rows = new Map<Zone, readonly Drop[]>();
  private readonly zoneAt: Int32Array;

  constructor(
    readonly network: Network,
    readonly zones: readonly Zone[],
    private readonly flows: DeclaredFlows,
  ) {
    this.zoneAt = zonePoints(network, zones);
    const runs = this.runs('may', 0);
    this.may = this.collected(runs);
    this.must =
      lanesOf(network) === 1 && isCertain(network) && !hasOpenNat(network) ? this.lasting(runs) : this.least();
  }

  all(): readonly Cell[] {
    return this.zones.flatMap((from, row) =>
      this.zones.flatMap((to, column) =>
        from === to && from.by === 'outside' ? [] : [new ZoneCell(this, from, to, row * this.zones.length + column)],
      ),
    );
  }

  /** Packets that may, or surely can, pass from a zone to another. */
  packets(from: Zone, to: Zone, mode: Mode): PacketSet {
    return this[mode].get(this.indexOf(from, to)) ?? [];
  }

  /** The number of a pair of zones. */
  indexOf(from: Zone, to: Zone): number {
    return this.zones.indexOf(from) * this.zones.length + this.zones.indexOf(to);
  }

  /** Packets that go around some things: from zone to zone what may pass, and what surely does. */
  around(closed: ReadonlySet<string>): readonly Around[] {
    const size = this.zones.length;
    const isAll = closed.size === 0;
    const may = isAll ? this.may : this.collected(this.runs('may', 0, closed));
    const must = isAll ? this.must : may.size === 0 ? may : this.least(closed);
    return [...may].flatMap(([index, packets]) => {
      const [from, to] = [this.zones[Math.floor(index / size)], this.zones[index % size]];
      return from && to ? [{ from, to, may: packets, must: must.get(index) ?? [] }] : [];
    });
  }

  /** Whether something passes from a zone to another in ways of its own, or over the internet. */
  passes(index: number, mode: Mode): boolean {
    return this[mode].has(index) || this.overInternet(index, mode).length > 0;
  }

  /** What passes from a zone to another over the internet: out of the one and, at public addresses, in to the other. */
  overInternet(index: number, mode: Mode): PacketSet {
    this.hairpins ??= new Hairpins(this.network, this.zones, this.may, this.must);
    return this.hairpins.between(index, mode);
  }

  /** What passes from a zone to another by way of what ends connections and opens others. */
  through(from: Zone, to: Zone): readonly ReachabilityPassage[] {
    return this.relays().between(from, to);
  }

  /** What zones reach by way of what ends connections and opens others. */
  relays(): CellsThrough {
    this.relayed ??= new CellsThrough(this.network, this.zones, (a, b) => this.passes(this.indexOf(a, b), 'may'));
    return this.relayed;
  }

  /** Ids of declared flows from a zone to another. */
  declared(from: Zone, to: Zone): readonly string[] {
    return this.flows.between(from, to).map(({ id }) => id);
  }

  /** What becomes of everything that a zone sends. */
  dropsOf(from: Zone): readonly Drop[] {
    const known = this.rows.get(from);
    if (known) return known;
    const { book } = this.network;
    const packets = allPackets(book, addressesOf(from), book.space.all);
    const { drops } = connect(this.network, from.ends, packets, { mode: 'may', lane: 0, record: true });
    this.rows.set(from, drops);
    return drops;
  }

  /** What passes whichever way packets take. */
  private least(closed?: ReadonlySet<string>): Pairs {
    const lanes = lanesOf(this.network);
    let must = this.collected(this.runs('must', 0, closed));
    for (let lane = 1; lane < lanes; lane += 1) must = common(must, this.collected(this.runs('must', lane, closed)));
    return must;
  }

  /** What passes whichever addresses things have, where nothing else is open. */
  private lasting(runs: readonly ZoneRun[]): Pairs {
    const held = runs.map(({ from, reached }) => ({ from, reached: lasting(this.network, reached) }));
    return held.every(({ reached }, index) => reached === runs[index]?.reached) ? this.may : this.collected(held);
  }

  /** One run from all that stands inside, and one from each outside. */
  private runs(mode: Mode, lane: number, closed?: ReadonlySet<string>): readonly ZoneRun[] {
    const { network, zones } = this;
    const { book } = network;
    const packets = (end: End): PacketSet =>
      allPackets(book, 'subnet' in end ? end.points : end.addresses, book.space.all);
    const isAsked = (end: End): boolean => this.zoneOf(end) >= 0;
    const run = { mode, lane, depth: 0, isAsked, ...(closed ? { closed } : {}) };
    const inside = zones.filter(({ by }) => by !== 'outside').flatMap(({ ends }) => ends);
    const outside = [...zones.entries()].filter(([, { by }]) => by === 'outside');
    return [
      { from: undefined, reached: reach(network, inside, packets, run) },
      ...outside.map(([from, { ends }]) => ({ from, reached: reach(network, ends, packets, run) })),
    ];
  }

  private collected(runs: readonly ZoneRun[]): Pairs {
    const pairs = new Map<number, PacketSet>();
    for (const run of runs) this.collect(run, pairs);
    return pairs;
  }

  /** Adds what was reached to the pairs of zones: who sent it, its source addresses tell. */
  private collect({ from, reached }: ZoneRun, pairs: Map<number, PacketSet>): void {
    for (const [to, packets] of this.byZone(reached)) {
      const own = new Map<number, PacketSet>();
      for (const box of packets) {
        for (const source of from === undefined ? this.sources(box.source) : [from]) {
          own.set(source, [...(own.get(source) ?? []), box]);
        }
      }
      for (const [source, boxes] of own) pairs.set(source * this.zones.length + to, boxes);
    }
  }

  private byZone(reached: Reached): ReadonlyMap<number, PacketSet> {
    const zones = new Map<number, PacketSet[]>();
    for (const { end, packets } of reached.values()) {
      const to = this.zoneOf(end);
      const list = zones.get(to);
      if (list) list.push(packets);
      else if (to >= 0) zones.set(to, [packets]);
    }
    return new Map([...zones].map(([to, sets]) => [to, unite(...sets)]));
  }

  private sources(points: Ranges): ReadonlySet<number> {
    const found = new Set<number>();
    for (const [low, high] of pairsOf(points)) {
      for (let point = low; point <= high; point += 1) {
        const zone = this.zoneAt[point] ?? -1;
        if (zone >= 0) found.add(zone);
      }
    }
    return found;
  }

  private zoneOf(end: End): number {
    if ('subnet' in end) return this.zoneAt[end.points[0] ?? 0] ?? -1;
    return this.zones.findIndex((zone) => zone.by === 'outside' && zone.ends.includes(end));
  }
}

/** A cell that explains itself when it is asked to. */
class ZoneCell implements Cell {
  readonly answer: Cell['answer'];
  private told: Answer | undefined;
  private passages: readonly ReachabilityPassage[] | undefined;

  constructor(
    private readonly cells: Cells,
    private readonly source: Zone,
    private readonly target: Zone,
    private readonly index: number,
  ) {
    this.answer = cells.passes(index, 'must') ? 'yes' : cells.passes(index, 'may') ? 'unknown' : 'no';
  }

  get from(): string {
    return this.source.name;
  }

  get to(): string {
    return this.target.name;
  }

  get declared(): readonly string[] {
    return this.cells.declared(this.source, this.target);
  }

  get traffic(): readonly TrafficText[] {
    return trafficText(this.packets);
  }

  get witness(): readonly WitnessHop[] {
    if (this.answer === 'no') return [];
    this.told ??= this.explain(sample(restrict(this.packets, { source: addressesOf(this.source) })));
    return this.told.witness;
  }

  get blockedBy(): readonly WitnessHop[] {
    if (this.answer !== 'no') return [];
    const own = addressesOf(this.target);
    return blocksOf(this.cells.dropsOf(this.source).filter((drop) => concerns(drop, own)));
  }

  get unresolved(): readonly string[] {
    const [may, must] = [this.all('may'), this.all('must')];
    if (JSON.stringify(trafficText(must)) === JSON.stringify(trafficText(may))) return [];
    const { book } = this.cells.network;
    const open = allPackets(book, addressesOf(this.source), addressesOf(this.target));
    return this.explain(open, 'may').unresolved;
  }

  get through(): readonly ReachabilityPassage[] {
    this.passages ??= this.cells.through(this.source, this.target);
    return this.passages;
  }

  get inside(): readonly TrafficText[] {
    return trafficText((this.answer === 'yes' ? this.cells.must : this.cells.may).get(this.index) ?? []);
  }

  private get packets(): PacketSet {
    return this.all(this.answer === 'yes' ? 'must' : 'may');
  }

  private all(mode: Mode): PacketSet {
    return [...(this.cells[mode].get(this.index) ?? []), ...this.cells.overInternet(this.index, mode)];
  }

  private explain(packets: PacketSet, only?: 'may'): Answer {
    const question = { from: this.from, to: this.to };
    const [from, to] = [subjectOf(this.source), subjectOf(this.target)];
    return answerFor(this.cells.network, question, from, to, packets, only ? { only } : {});
  }
}

function zonePoints(network: Network, zones: readonly Zone[]): Int32Array {
  const points = new Int32Array((network.book.space.all[1] ?? 0) + 1).fill(-1);
  for (const [index, { by, ends }] of zones.entries()) {
    if (by === 'outside') continue;
    for (const end of ends) {
      if (!('subnet' in end)) continue;
      for (const [low, high] of pairsOf(end.points)) points.fill(index, low, high + 1);
    }
  }
  return points;
}

function common(a: Pairs, b: Pairs): Pairs {
  const shared = [...a].map(([key, packets]) => [key, intersect(packets, b.get(key) ?? [])] as const);
  return new Map(shared.filter(([, packets]) => packets.length > 0));
}

function concerns({ packets }: Drop, own: Ranges): boolean {
  return packets.some(
    ({ source, destination }) =>
      intersectRanges(destination, own).length > 0 || intersectRanges(source, own).length > 0,
  );
}
