import type { Network, Outside, Place } from '../network';
import { intersect, restrict, unite, type PacketSet, type Ranges } from '../packets';
import { Course } from './course';
import { comeIn } from './inbound';
import { answeredBy, oneWay, repliesTo } from './replies';
import type { CourseOptions } from './router';
import { settled } from './settled';
import type { Arrival, Drop } from './travel';

/** Ports that clients speak from. Source: Amazon VPC user guide, Ephemeral ports (1024-65535 covers all clients). */
export const EPHEMERAL: Ranges = [1024, 65535];

/** An end of connections. */
export type End = Place | Outside;

/** Connections that come to be between two ends. */
export interface Connection {
  readonly from: End;
  readonly to: End;
  /** First packets, as the sender sees them. */
  readonly packets: PacketSet;
  readonly arrival: Arrival;
  /** Ways behind address translation: from the NAT gateway on. */
  readonly onward: Connection | undefined;
  /** The way of the answers; undefined where none is needed or ways are not kept. */
  readonly answer: Arrival | undefined;
}

export interface Outcome {
  readonly connections: readonly Connection[];
  readonly drops: readonly Drop[];
}

/** Longest chain of NAT gateways that is followed. */
export const MAX_NAT = 3;

/**
 * Connections that the ends can open with these packets: the first packet arrives, and what has to come back comes back.
 */
export function connect(
  network: Network,
  from: readonly End[],
  packets: PacketSet,
  options: Omit<CourseOptions, 'isReply'>,
  depth = 0,
): Outcome {
  const course = new Course(network, { ...options, isReply: false });
  const sent = network.book.nat64?.sent(packets, options.mode) ?? packets;
  for (const end of from) depart(course, end, sent);
  course.run();
  const drops: Drop[] = [...course.drops];
  const connections: Connection[] = [];
  const isNat = new Map([...network.nats.values()].map(({ place }) => [place.key, place]));
  for (const [arrivals, at] of grouped(course.arrivals)) {
    const nat = isNat.get(at.key);
    if (nat) {
      if (depth >= MAX_NAT) continue;
      const found = translated(network, nat, arrivals, from, options, depth);
      connections.push(...found.connections);
      drops.push(...found.drops);
    } else {
      const found = answered(network, from, at, arrivals, options);
      connections.push(...found.connections);
      drops.push(...found.drops);
    }
  }
  return { connections: options.mode === 'must' ? lasting(network, connections, packets) : connections, drops };
}

/** Leaves the packets of connections that come to be whichever addresses the ends have, of those asked about. */
function lasting(network: Network, connections: readonly Connection[], asked: PacketSet): readonly Connection[] {
  const pairs = new Map<string, PacketSet>();
  const keyOf = ({ from, to }: Connection): string => `${from.key} ${to.key}`;
  for (const connection of connections) {
    const key = keyOf(connection);
    pairs.set(key, [...(pairs.get(key) ?? []), ...connection.packets]);
  }
  const held = new Map([...pairs].map(([key, packets]) => [key, settled(network, packets, asked)]));
  return connections.flatMap((connection) => {
    const packets = intersect(connection.packets, held.get(keyOf(connection)) ?? []);
    return packets.length === 0 ? [] : [{ ...connection, packets: unite(packets) }];
  });
}

/** Sends packets from an end that has their source address. */
function depart(course: Course, end: End, packets: PacketSet): void {
  if ('subnet' in end) course.leave(end, restrict(packets, { source: end.points }));
  else comeIn(course, end, packets);
}

/** Connections through a NAT gateway: it opens another on behalf of the sender. */
function translated(
  network: Network,
  nat: Place,
  arrivals: readonly Arrival[],
  from: readonly End[],
  options: Omit<CourseOptions, 'isReply'>,
  depth: number,
): Outcome {
  const inner = acrossFamilies(network, answered(network, from, nat, arrivals, options), options);
  const drops = [...inner.drops];
  const connections: Connection[] = [];
  const outgoing = unite(inner.connections.flatMap(({ packets }) => packets)).map((box) => ({
    ...box,
    source: nat.points,
    sourcePort: EPHEMERAL,
  }));
  if (outgoing.length === 0) return { connections, drops };
  const onward = connect(network, [nat], outgoing, options, depth + 1);
  drops.push(...onward.drops);
  for (const next of onward.connections) {
    const beyond = next.packets.map((box) => ({ ...box, source: network.book.space.all, sourcePort: EPHEMERAL }));
    for (const first of inner.connections) {
      const packets = intersect(first.packets, beyond);
      if (packets.length > 0) connections.push({ ...first, to: next.to, packets, onward: next });
    }
  }
  return { connections, drops };
}

/** Connections with the addresses that they have behind a NAT gateway, where it exchanges IPv6 for IPv4. */
function acrossFamilies({ book }: Network, outcome: Outcome, { mode }: Pick<CourseOptions, 'mode'>): Outcome {
  const { nat64 } = book;
  if (!nat64) return outcome;
  const connections = outcome.connections.flatMap((connection): readonly Connection[] => {
    const packets = nat64.translated(connection.packets, mode);
    return packets.length === 0 ? [] : [{ ...connection, packets }];
  });
  return { ...outcome, connections };
}

/** Connections whose answers come back. */
function answered(
  network: Network,
  from: readonly End[],
  at: End,
  arrivals: readonly Arrival[],
  options: Omit<CourseOptions, 'isReply'>,
): Outcome {
  const arrived = unite(arrivals.flatMap(({ packets }) => packets));
  const course = new Course(network, { ...options, isReply: true });
  const replies = repliesTo(arrived);
  if (replies.length > 0) {
    if ('subnet' in at) course.leave(at, replies);
    else comeIn(course, at, replies);
    course.run();
  }
  const connections: Connection[] = [];
  for (const end of from) {
    const own = 'subnet' in end ? end.points : end.addresses;
    const back = course.arrivals.filter((arrival) => arrival.at.key === end.key);
    const complete = unite(answeredBy(back.flatMap(({ packets }) => packets)));
    for (const arrival of arrivals) {
      const sent = restrict(arrival.packets, { source: own });
      // What exchanged the addresses stands where no template says: so do its answers.
      const elsewhere = network.book.nat64?.across(sent) ?? [];
      const packets = unite(oneWay(sent), elsewhere, intersect(sent, complete));
      if (packets.length === 0) continue;
      const answer = back.find(({ packets: replied }) => intersect(answeredBy(replied), packets).length > 0);
      connections.push({ from: end, to: at, packets, arrival, onward: undefined, answer });
    }
  }
  return { connections, drops: course.drops };
}

function grouped(arrivals: readonly Arrival[]): readonly (readonly [readonly Arrival[], End])[] {
  const groups = new Map<string, Arrival[]>();
  for (const arrival of arrivals) {
    const group = groups.get(arrival.at.key);
    if (group) group.push(arrival);
    else groups.set(arrival.at.key, [arrival]);
  }
  return [...groups.values()].flatMap((group) => (group[0] ? [[group, group[0].at] as const] : []));
}

/**
 * How many runs of what must hold are needed, so that each subnet that a transit gateway might use is used in one: what
 * holds in all of them holds whichever it takes. One, where availability zones decide.
 */
export function lanesOf(network: Network): number {
  const known = LANES.get(network);
  if (known !== undefined) return known;
  const zones = new Set([...network.subnets.values()].map(({ zone }) => zone));
  const sizes = [...network.transit.values()].flatMap(({ attachments }) =>
    attachments
      .filter(({ subnets, applianceMode }) => {
        const own = new Set(subnets.map(({ zone }) => zone));
        return applianceMode !== false || zones.has(undefined) || [...zones].some((zone) => !own.has(zone));
      })
      .map(({ subnets }) => subnets.length),
  );
  const lanes = Math.max(1, ...sizes);
  LANES.set(network, lanes);
  return lanes;
}

const LANES = new WeakMap<Network, number>();
