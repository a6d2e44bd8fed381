import type { Network, Outside, Place } from '../network';
import { intersect, restrict, unite, type PacketSet, type Ranges } from '../packets';
import { EPHEMERAL, MAX_NAT, type End } from './connections';
import { Course } from './course';
import type { Mode } from './filters';
import { comeIn } from './inbound';
import { answeredBy, oneWay, repliesTo } from './replies';
import { settled } from './settled';
import type { Arrival } from './travel';

/** Packets with which connections come to be, by the key of the end that they reach. */
export type Reached = ReadonlyMap<string, { readonly end: End; readonly packets: PacketSet }>;

interface Run {
  readonly mode: Mode;
  readonly lane: number;
  readonly depth: number;
  readonly closed?: ReadonlySet<string>;
  /** Whether it is asked what reaches an end: the answers of others need not be followed. */
  readonly isAsked: (end: End) => boolean;
}

/**
 * As `connect`, for many ends at once and without their ways: packets that meet go on together, so that the work grows
 * with the network and not with the pairs of its parts. The ends' addresses must not overlap.
 */
export function reach(network: Network, from: readonly End[], packets: (end: End) => PacketSet, run: Run): Reached {
  const course = departed(network, from, packets, run);
  const nats = new Map([...network.nats.values()].map(({ place }) => [place.key, place]));
  const arrivals = course.run().arrivals.filter(({ at }) => nats.has(at.key) || run.isAsked(at));
  const answered = withAnswers(network, byEnd(arrivals), run);
  const direct = new Map([...answered].filter(([key]) => !nats.has(key)));
  for (const [key, nat] of nats) {
    const inner = answered.get(key)?.packets;
    if (!inner || run.depth >= MAX_NAT) continue;
    for (const [far, { end, packets: beyond }] of throughNat(network, nat, inner, run)) {
      direct.set(far, { end, packets: unite(direct.get(far)?.packets ?? [], beyond) });
    }
  }
  return run.mode === 'must' ? lasting(network, direct) : direct;
}

function departed(network: Network, from: readonly End[], packets: (end: End) => PacketSet, run: Run): Course {
  const course = new Course(network, { ...run, isReply: false, record: false });
  for (const end of from) {
    const sent = network.book.nat64?.sent(packets(end), run.mode) ?? packets(end);
    if ('subnet' in end) course.leave(end, sent);
    else comeIn(course, end, sent);
  }
  return course;
}

/** What is reached by a NAT gateway on behalf of what reached it with these packets, as that sends them. */
function throughNat(network: Network, nat: Place, inner: PacketSet, run: Run): Reached {
  const taken = network.book.nat64?.translated(inner, run.mode) ?? inner;
  const outgoing = unite(taken).map((box) => ({ ...box, source: nat.points, sourcePort: EPHEMERAL }));
  const onward = reach(network, [nat], () => outgoing, { ...run, depth: run.depth + 1 });
  return new Map(
    [...onward].map(([far, { end, packets }]) => {
      const own = packets.map((box) => ({ ...box, source: network.book.space.all, sourcePort: EPHEMERAL }));
      return [far, { end, packets: intersect(taken, own) }];
    }),
  );
}

/** Leaves what is reached whichever addresses the ends have. */
export function lasting(network: Network, reached: Reached): Reached {
  const held = new Map<string, { end: End; packets: PacketSet }>();
  let isSame = true;
  for (const [key, { end, packets }] of reached) {
    const own = settled(network, packets);
    isSame &&= own === packets;
    if (own.length > 0) held.set(key, { end, packets: own });
  }
  return isSame ? reached : held;
}

/** Leaves the packets whose answers come back. */
function withAnswers(network: Network, arrived: Reached, run: Run): Reached {
  const options = { ...run, isReply: true, record: false };
  const inside = new Course(network, options);
  const ends = [...arrived.values()];
  for (const { end, packets } of ends) if (hasOwnAddress(end)) inside.leave(end, repliesTo(packets));
  const complete = answersOf(inside.run().arrivals);
  const result = new Map<string, { end: End; packets: PacketSet }>();
  for (const { end, packets } of ends) {
    const back = hasOwnAddress(end)
      ? restrict(complete, { destination: end.points })
      : answersFrom(network, end, packets, options);
    const elsewhere = network.book.nat64?.across(packets) ?? [];
    const held = unite(oneWay(packets), elsewhere, intersect(packets, back));
    if (held.length > 0) result.set(end.key, { end, packets: held });
  }
  return result;
}

/** Whether what comes to an end is addressed to it: its answers can then be told from those of others. */
function hasOwnAddress(end: End): end is Place {
  return 'subnet' in end && end.kind !== 'nat';
}

function answersFrom(network: Network, end: End, packets: PacketSet, options: Course['options']): PacketSet {
  const course = new Course(network, options);
  if ('subnet' in end) course.leave(end, repliesTo(packets));
  else comeIn(course, end, repliesTo(packets));
  return answersOf(course.run().arrivals);
}

/** What answers that arrived complete. They have to come to what the first packet came from. */
function answersOf(arrivals: readonly Arrival[]): PacketSet {
  return unite(
    arrivals.flatMap(({ at, packets }) => {
      const own: Ranges = 'subnet' in at ? at.points : at.addresses;
      return answeredBy(restrict(packets, { destination: own }));
    }),
  );
}

function byEnd(arrivals: readonly Arrival[]): Reached {
  const ends = new Map<string, { end: Place | Outside; sets: PacketSet[] }>();
  for (const { at, packets } of arrivals) {
    const known = ends.get(at.key);
    if (known) known.sets.push(packets);
    else ends.set(at.key, { end: at, sets: [packets] });
  }
  return new Map([...ends].map(([key, { end, sets }]) => [key, { end, packets: unite(...sets) }]));
}
