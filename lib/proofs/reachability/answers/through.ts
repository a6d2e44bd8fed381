import type { ReachabilityVerdict, WitnessHop } from '../../../model';
import { EPHEMERAL, openedBeside, openedBy, openedForClients, type End, type Mode, type Outcome } from '../engine';
import { hop } from '../explain';
import { familiesOf, type Departure, type Exit, type Network, type Traffic } from '../network';
import {
  commonTraffic,
  intersect,
  intersectRanges,
  restrict,
  sideOf,
  subtractRanges,
  unite,
  uniteRanges,
  type Box,
  type PacketSet,
  type Ranges,
} from '../packets';
import { admitted } from './admitted';
import { legTo, openingsFrom, standingAt, type Leg } from './leg';
import type { Subject } from './subject';
import { trafficText } from './traffic';
import type { Station, Way } from './ways';
import { addressesOf } from './zones';

type Both = { readonly may: PacketSet; readonly must: PacketSet };

/** What a way by relays shows. */
export interface Passing {
  readonly answer: ReachabilityVerdict;
  readonly witness: readonly WitnessHop[];
  readonly blockedBy: readonly WitnessHop[];
  readonly unresolved: readonly string[];
  /** Packets with which the sender may, and surely can, set out, and with which the target is reached. */
  readonly sent: Both;
  readonly arriving: Both;
}

/** What a question wants of the first connection of a way, or of its last. */
export interface Wanted {
  readonly at: 'first' | 'last';
  /** Undefined: any. */
  readonly traffic: readonly Omit<Box, 'source' | 'destination'>[] | undefined;
}

/** Follows ways from one sender. What several ways have in common is followed once. */
export class Follower {
  private readonly known = new Map<string, Leg>();

  constructor(
    private readonly network: Network,
    private readonly from: Subject,
    /** Keys of things that connections go around. */
    private readonly closed: ReadonlySet<string> = new Set(),
  ) {}

  /** Follows a way to its end: each relay has to be reached, and to reach what comes next. */
  follow(way: Way, to: readonly End[], wanted: Wanted): Passing {
    const [first] = way;
    if (!first) throw new Error('a way without a relay is none');
    let leg = this.entering(first, wanted);
    let passing: Passing = { ...leg, sent: leg.seen, arriving: leg.seen };
    for (const [index, station] of way.entries()) {
      if (passing.answer === 'no') return passing;
      const next = way[index + 1];
      const ends = next ? next.relay.entrances : to;
      const onward = this.onward(station, next, leg.seen, ends, wanted);
      passing = joined(passing, station, onward);
      leg = onward;
    }
    return passing;
  }

  /** From the sender to the first relay. */
  private entering({ relay, door, exit }: Station, wanted: Wanted): Leg {
    const { network, from } = this;
    const traffic = wanted.at === 'first' ? wanted.traffic : undefined;
    const limits = [door.traffic.may, exit.clients, exit.admits.map((item) => item.key), traffic];
    const key = JSON.stringify([relay.key, relay.entrances.map((end) => end.key), door.key, limits]);
    const known = this.known.get(key);
    if (known) return known;
    const destination = addressesOf({ ends: relay.entrances });
    const packets = (mode: Mode): PacketSet => {
      const source = intersectRanges(from.addresses, exit.clients[mode]);
      return narrowed(sendable(network, source, destination, door.traffic[mode]), traffic);
    };
    const openings = [standingAt(from.ends), ...openingsFrom(network, from.ends, relay.entrances, this.closed)];
    const reached = legTo(network, relay.entrances, openings, { may: packets('may'), must: packets('must') });
    const leg = admitted(network, exit, reached);
    const doubts = leg.answer === 'unknown' ? [...door.traffic.reasons, ...exit.clients.reasons] : [];
    const made = { ...leg, unresolved: [...new Set([...leg.unresolved, ...doubts])] };
    this.known.set(key, made);
    return made;
  }

  /** From a relay to the next one, or to what is asked about. */
  private onward(
    { relay, exit }: Station,
    next: Station | undefined,
    seen: Both,
    to: readonly End[],
    wanted: Wanted,
  ): Leg {
    const nothing = { seen: { may: [], must: [] }, witness: [], blockedBy: [], unresolved: [] };
    if (exit.closed !== undefined)
      return { ...nothing, answer: 'no', blockedBy: [hop(relay.name, relay.origin, exit.closed)] };
    const { traffic } = exit;
    if (!traffic) {
      const isCalled = wanted.at === 'first' || wanted.traffic === undefined;
      const called = hop(exit.target.name, exit.target.origin, 'is called; no packets go to it');
      return isCalled ? { ...nothing, answer: 'yes', witness: [called] } : { ...nothing, answer: 'no' };
    }
    const last = next || wanted.at !== 'last' ? undefined : wanted.traffic;
    const packets = (mode: Mode, source: Ranges): PacketSet => {
      const led = exit.samePort === true ? common(traffic[mode], seen[mode]) : traffic[mode];
      const own = next ? common(led, next.door.traffic[mode]) : led;
      return narrowed(sendable(this.network, source, exit.points, own), last);
    };
    const legs = openings(this.network, exit, seen).map(({ sources, isSure, open, doubts = [] }) => {
      const sending = { may: packets('may', sources.may), must: isSure ? packets('must', sources.must) : [] };
      const leg = legTo(
        this.network,
        to,
        [(sent, run) => open(this.network, sent, { ...run, closed: this.closed, record: true })],
        sending,
      );
      return leg.answer === 'unknown' ? { ...leg, unresolved: [...leg.unresolved, ...doubts] } : leg;
    });
    const leg = best(legs);
    if (!next) return leg;
    const admits = admitted(this.network, next.exit, leg);
    return { ...admits, seen: restrictedTo(admits.seen, next.exit.clients) };
  }
}

type Run = Parameters<typeof openedBy>[3];

/** One way in which a relay opens connections. */
interface Opened {
  /** Addresses under which it does. */
  readonly sources: { readonly may: Ranges; readonly must: Ranges };
  readonly isSure: boolean;
  readonly open: (network: Network, packets: PacketSet, run: Run) => Outcome;
  /** Why it may not come to be, besides what packets meet. */
  readonly doubts?: readonly string[];
}

/**
 * Under which addresses a relay opens connections: its own, or those of its clients. A client of one family of addresses
 * comes to a target of the other under the relay's own.
 */
function openings({ book }: Network, exit: Exit, seen: Both): readonly Opened[] {
  const { from } = exit;
  if (from.kind === 'beside') return [besideTarget(from, seen)];
  const all = from.kind === 'unseen' ? book.space.all : ownAddresses(from);
  const own: Opened = {
    sources: { may: all, must: all },
    isSure: from.kind !== 'places' || from.keepsClient !== 'unknown',
    open: (network, packets, run) => openedBy(network, { from, to: exit.to }, packets, run),
  };
  if (from.kind !== 'places' || from.keepsClient === false) return [own];
  const clients = { may: sideOf(seen.may, 'source'), must: sideOf(seen.must, 'source') };
  const kept: Opened = {
    sources: clients,
    isSure: from.keepsClient === true,
    open: (network, packets, run) => openedForClients(network, from.places, packets, run),
  };
  if (from.keepsClient === 'unknown') return [kept, own];
  const turned = (mode: Mode): Ranges =>
    uniteRanges(
      ...([4, 6] as const).flatMap((family) =>
        intersectRanges(clients[mode], book.space.family(family)).length === 0
          ? []
          : [intersectRanges(all, book.space.family(family === 4 ? 6 : 4))],
      ),
    );
  return [kept, { ...own, sources: { may: turned('may'), must: turned('must') } }];
}

/** Under the addresses of clients; one that is not at the internet itself has one of its addresses there. */
function besideTarget(from: Extract<Departure, { kind: 'beside' }>, seen: Both): Opened {
  const { addresses } = from.internet;
  const kept = (mode: Mode): Ranges =>
    from.keepsClient ? intersectRanges(sideOf(seen[mode], 'source'), addresses) : [];
  const isOpen = !from.keepsClient || subtractRanges(sideOf(seen.may, 'source'), addresses).length > 0;
  return {
    sources: { may: isOpen ? addresses : kept('may'), must: kept('must') },
    isSure: true,
    open: (network, packets, run) => openedBeside(network, from, packets, run),
    doubts: isOpen ? ['under which public address connections come is decided at deployment'] : [],
  };
}

function best(legs: readonly Leg[]): Leg {
  const [first, ...others] = legs;
  if (!first) throw new Error('a relay that opens no connections has no exits');
  return others.reduce((a, b) => (rank(b.answer) > rank(a.answer) ? b : a), first);
}

function rank(answer: ReachabilityVerdict): number {
  return { no: 0, unknown: 1, yes: 2 }[answer];
}

function least(a: ReachabilityVerdict, b: ReachabilityVerdict): ReachabilityVerdict {
  return rank(a) < rank(b) ? a : b;
}

/** A way with one more connection. */
function joined(before: Passing, { relay, door, exit }: Station, leg: Leg): Passing {
  const open = exit.reasons.length > 0 ? 'unknown' : 'yes';
  const answer = least(before.answer, least(open, leg.answer));
  const takes = trafficText(before.arriving.may).map(({ protocol, ports }) => `${protocol} ${ports}`.trim());
  const why = `takes ${takes.join(', ')} for ${relay.what} ${relay.name}, which opens a connection of its own`;
  const passed = [
    hop(`${door.what} ${door.name}`, door.origin, why),
    ...exit.admits.map((item) => hop(item.name, item.origin, item.why)),
    ...exit.through.map((item) => hop(item.name, item.origin, item.why)),
  ];
  return {
    answer,
    witness: [...before.witness, ...passed, ...leg.witness],
    blockedBy: leg.blockedBy,
    unresolved: [...new Set([...before.unresolved, ...exit.reasons, ...leg.unresolved])],
    sent: before.sent,
    arriving: leg.seen,
  };
}

function restrictedTo(seen: Both, clients: Exit['clients']): Both {
  return { may: restrict(seen.may, { source: clients.may }), must: restrict(seen.must, { source: clients.must }) };
}

/** First packets between addresses. */
function sendable({ book }: Network, from: Ranges, to: Ranges, traffic: readonly Traffic[]): PacketSet {
  return familiesOf(book, from, to).flatMap(({ source, destination }) =>
    traffic.map((own) => ({ ...own, source, destination, sourcePort: EPHEMERAL })),
  );
}

function narrowed(packets: PacketSet, traffic: Wanted['traffic']): PacketSet {
  if (!traffic) return packets;
  return unite(
    packets.flatMap((box) =>
      intersect(
        [box],
        traffic.map((own) => ({ ...box, ...own })),
      ),
    ),
  );
}

function common(a: readonly Traffic[], b: readonly Traffic[]): readonly Traffic[] {
  return a.flatMap((own) => b.flatMap((other) => commonTraffic(own, other) ?? []));
}

function ownAddresses(from: Extract<Departure, { kind: 'places' | 'service' }>): Ranges {
  return from.kind === 'places' ? addressesOf({ ends: from.places }) : from.outside.addresses;
}
