import type { ReachabilityAnswer, TrafficText, WitnessHop } from '../../../model';
import type { Origin } from '../network';
import { intersect, restrict, subtract, type PacketSet } from '../packets';
import { answerFor } from './answer';
import type { Cells } from './cells';
import { sample } from './sample';
import { trafficOf, type DeclaredFlows } from './declared';
import { Entries } from './entered';
import type { FlowGap } from './flow-gap';
import { subjectOf } from './subject';
import { allPackets, trafficText } from './traffic';
import { addressesOf, canBeNamed, type Zone } from './zones';

/** Where what can pass between zones and the declared flows differ. */
export interface FlowGaps {
  /** Passes, and no flow declares it. Within a zone, its members' own groups decide. */
  readonly undeclared: readonly FlowGap[];
  /** Flows of which nothing passes. */
  readonly impossible: readonly FlowGap[];
}

export function gapsOf(cells: Cells, flows: DeclaredFlows): FlowGaps {
  const { zones, network } = cells;
  const { space } = network.book;
  const entries = new Entries(cells, flows);
  const undeclared: FlowGap[] = [];
  const impossible: FlowGap[] = [];
  for (const [from, to] of zones.flatMap((zone) =>
    zones.filter((other) => other !== zone).map((to) => [zone, to] as const),
  )) {
    const pair = { cells, from, to };
    const declared = trafficOf(flows.between(from, to), space.all);
    const [may, must] = [cells.packets(from, to, 'may'), cells.packets(from, to, 'must')];
    const source = addressesOf(from);
    const passing = (packets: PacketSet) => restrict(packets, { source });
    const asked = (packets: PacketSet) => intersect(packets, allPackets(network.book, source, addressesOf(to)));
    // Over the internet go both what leaves to it and what comes from it, which are judged by themselves.
    const whole = (mode: 'may' | 'must') => [
      ...cells.packets(from, to, mode),
      ...cells.overInternet(cells.indexOf(from, to), mode),
      ...entries.between(from, to, mode),
    ];
    undeclared.push(...gap(pair, subtract(may, declared), subtract(must, declared), passing));
    if (declared.length > 0)
      impossible.push(...gap(pair, missing(declared, whole('must')), missing(declared, whole('may')), asked));
  }
  return { undeclared: withEntered(undeclared, entries.undeclared()), impossible };
}

/** One gap for each pair: what packets do by themselves, unless only another way is sure. */
function withEntered(direct: readonly FlowGap[], entered: readonly FlowGap[]): readonly FlowGap[] {
  const kept = direct.filter((gap) => gap.sure || !entered.some((other) => other.sure && isSamePair(gap, other)));
  return [...kept, ...entered.filter((gap) => !kept.some((other) => isSamePair(gap, other)))];
}

function isSamePair(a: FlowGap, b: FlowGap): boolean {
  return a.from === b.from && a.to === b.to;
}

/** Flows of which nothing is possible. */
function missing(declared: PacketSet, possible: PacketSet): PacketSet {
  return declared.filter((flow) => intersect([flow], possible).length === 0);
}

interface Pair {
  readonly cells: Cells;
  readonly from: Zone;
  readonly to: Zone;
  /** Keys of things that the ways go around. */
  readonly closed?: ReadonlySet<string>;
}

/**
 * @param sure What differs whatever is decided at deployment.
 * @param own Packets of these that go from the one zone to the other.
 */
export function gap(
  pair: Pair,
  all: PacketSet,
  sure: PacketSet,
  own: (packets: PacketSet) => PacketSet,
): readonly FlowGap[] {
  if (all.length === 0) return [];
  return [sure.length > 0 ? new ZoneGap(pair, sure, own, true) : new ZoneGap(pair, all, own, false)];
}

/** A gap that explains itself when it is asked to. */
class ZoneGap implements FlowGap {
  readonly from: string;
  readonly to: string;
  readonly canBeDeclared: boolean;
  readonly subnet: Origin | undefined;
  private told: ReachabilityAnswer | undefined;

  constructor(
    private readonly pair: Pair,
    private readonly packets: PacketSet,
    private readonly own: (packets: PacketSet) => PacketSet,
    readonly sure: boolean,
  ) {
    const { from, to } = pair;
    this.from = from.name;
    this.to = to.name;
    this.canBeDeclared = canBeNamed(from) && canBeNamed(to);
    this.subnet = (to.subnets[0] ?? from.subnets[0])?.origin;
  }

  get traffic(): readonly TrafficText[] {
    return trafficText(this.packets);
  }

  get declared(): readonly string[] {
    return this.pair.cells.declared(this.pair.from, this.pair.to);
  }

  get witness(): readonly WitnessHop[] {
    return this.explained().witness;
  }

  get blockedBy(): readonly WitnessHop[] {
    return this.explained().blockedBy;
  }

  get unresolved(): readonly string[] {
    return this.sure ? [] : this.explained().unresolved;
  }

  private explained(): ReachabilityAnswer {
    this.told ??= this.explain();
    return this.told;
  }

  private explain(): ReachabilityAnswer {
    const { cells, from, to, closed } = this.pair;
    const way = closed ? { closed } : {};
    const packets = this.own(this.packets);
    const question = { from: from.name, to: to.name };
    const [source, target] = [subjectOf(from), subjectOf(to)];
    return this.sure
      ? answerFor(cells.network, question, source, target, sample(packets), way)
      : answerFor(cells.network, question, source, target, packets, { only: 'may', ...way });
  }
}
