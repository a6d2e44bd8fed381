import { INTERNET, type Network, type Place } from '../network';
import {
  commonTraffic,
  intersectRanges,
  restrict,
  sideOf,
  unite,
  uniteRanges,
  type Box,
  type PacketSet,
  type Ranges,
} from '../packets';
import { connect, EPHEMERAL, type Connection, type End } from './connections';
import type { CourseOptions } from './router';
import { whichever } from './settled';
import { doubted } from './travel';

/**
 * Connections that leave to the internet and come in again at public IPv4 addresses: the receiver sees an address of the
 * internet, which of them it is no template says. Source: Amazon VPC user guide, Internet gateways (an instance's private
 * address is exchanged for its public one); IPv6 addresses are the same everywhere: see `Router.cross`.
 * @param packets what is asked, as if it were sent to the receivers' own addresses
 */
export function overInternet(
  network: Network,
  from: readonly End[],
  to: readonly End[],
  packets: PacketSet,
  options: Omit<CourseOptions, 'isReply'>,
): readonly Connection[] {
  const internet = network.outsides.get(INTERNET);
  const addressed = to.filter((end): end is Place => 'subnet' in end && end.publicAddress !== false);
  if (!internet || addressed.length === 0 || from.every((end) => !('subnet' in end))) return [];
  const four = intersectRanges(internet.addresses, network.book.space.family(4));
  const points = uniteRanges(...addressed.map((place) => place.points));
  const asked = restrict(packets, {
    destination: intersectRanges(points, network.book.space.family(4)),
  });
  const sent = unite(asked.map((box) => ({ ...box, destination: four })));
  const inside = from.filter((end) => 'subnet' in end);
  const out = sure(connect(network, inside, sent, options).connections, internet.key, 'destination', four, options);
  const arriving = unite(out.flatMap((first) => first.packets)).map((box) => ({
    ...box,
    source: four,
    destination: sideOf(asked, 'destination'),
    sourcePort: EPHEMERAL,
  }));
  if (arriving.length === 0) return [];
  const keys = new Set(addressed.map(({ key }) => key));
  const back = connect(network, [internet], arriving, options).connections.filter((next) => keys.has(next.to.key));
  const sureBack = sure(back, undefined, 'source', four, options);
  return out.flatMap((first) => sureBack.flatMap((next) => joined(first, next)));
}

/** Leaves what passes whichever address of the internet the far side has, in a run of what must hold. */
function sure(
  connections: readonly Connection[],
  key: string | undefined,
  side: 'source' | 'destination',
  addresses: Ranges,
  { mode }: Pick<CourseOptions, 'mode'>,
): readonly Connection[] {
  return connections.flatMap((connection) => {
    if (key !== undefined && connection.to.key !== key) return [];
    const whole = whichever(connection.packets, side, addresses);
    if (mode === 'must') return whole.length === 0 ? [] : [{ ...connection, packets: whole }];
    return [isAll(whole, connection.packets) ? connection : doubtful(connection)];
  });
}

function isAll(a: PacketSet, b: PacketSet): boolean {
  return JSON.stringify(a) === JSON.stringify(unite(b));
}

function doubtful(connection: Connection): Connection {
  const { arrival } = connection;
  const reason = 'which public addresses the two have is decided at deployment';
  return { ...connection, arrival: { ...arrival, trail: doubted(arrival.trail, reason) } };
}

function joined(first: Connection, next: Connection): readonly Connection[] {
  const packets = first.packets.flatMap((box) => next.packets.flatMap((other) => throughBoth(box, other)));
  return packets.length === 0 ? [] : [{ ...followedBy(first, next), packets: unite(packets) }];
}

/** The ways of both, one behind the other. */
function followedBy(first: Connection, next: Connection): Connection {
  const { onward } = first;
  return { ...first, to: next.to, onward: onward ? followedBy(onward, next) : next };
}

/** What is sent as the one and arrives as the other. */
export function throughBoth(sent: Box, arrived: Box): readonly Box[] {
  const traffic = commonTraffic(sent, arrived);
  return traffic ? [{ ...sent, destination: arrived.destination, ...traffic }] : [];
}
