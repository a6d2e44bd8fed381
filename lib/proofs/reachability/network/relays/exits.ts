import { PROTOCOL } from '../protocols';
import type { Ranges } from '../../packets';
import type { Bounded } from '../bounded';
import type { Place, Traffic } from '../model';
import { pointsOf } from './standing';
import type { Exit } from './relay';
import type { Target } from './target';

/** Protocols of packets below those of listeners and target groups. */
const CARRIED: Readonly<Record<string, readonly number[]>> = {
  HTTP: [PROTOCOL.tcp],
  HTTPS: [PROTOCOL.tcp],
  TCP: [PROTOCOL.tcp],
  TLS: [PROTOCOL.tcp],
  SSL: [PROTOCOL.tcp],
  TLS_PASSTHROUGH: [PROTOCOL.tcp],
  UDP: [PROTOCOL.udp],
  QUIC: [PROTOCOL.udp],
  TCP_UDP: [PROTOCOL.tcp, PROTOCOL.udp],
  TCP_QUIC: [PROTOCOL.tcp, PROTOCOL.udp],
};

/** The numbers of the protocols that carry one; undefined when it is not known. */
export function carriersOf(protocol: string | undefined): readonly number[] | undefined {
  return CARRIED[(protocol ?? '').toUpperCase()];
}

export function trafficOn(protocol: number, port: Bounded<Ranges>): Bounded<readonly Traffic[]> {
  const own = (ports: Ranges): readonly Traffic[] =>
    ports.length === 0 ? [] : [{ protocol: [protocol, protocol], port: ports }];
  return { may: own(port.may), must: own(port.must), reasons: port.reasons };
}

/** What leads to a target. */
export type Leading = Pick<Exit, 'through' | 'clients' | 'admits' | 'from' | 'reasons'>;

/** The way to a target on a protocol. */
export function exitTo(target: Target, protocol: number, leading: Leading, places = target.places): Exit {
  const points = places === target.places ? target.points : pointsOf(places);
  const traffic = target.port && trafficOn(protocol, target.port);
  const reasons = [...new Set([...leading.reasons, ...target.reasons])];
  const { key, name, origin } = target;
  return { ...leading, target: { key, name, origin }, to: places, points, traffic, reasons };
}

/** Availability zones that can be told apart and are not the same. */
function areApart(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b && isName(a) === isName(b);
}

function isName(zone: string): boolean {
  return /^[a-z0-9-]+$/.test(zone);
}

/** The places of a target that stand in one of the zones, or elsewhere than in the VPC. */
export function within(places: readonly Place[], nodes: readonly Place[]): readonly Place[] {
  return places.filter(({ subnet }) =>
    nodes.some((node) => node.subnet.vpc !== subnet.vpc || !areApart(node.subnet.zone, subnet.zone)),
  );
}
