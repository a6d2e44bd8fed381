import { relaysOf, type Door, type Exit, type Network, type Relay } from '../network';
import { commonTraffic } from '../packets';

/** One relay on a way: where connections come in, and by which exit they go on. */
export interface Station {
  readonly relay: Relay;
  readonly door: Door;
  readonly exit: Exit;
}

/** Relays by way of which something is reached, first one first. */
export type Way = readonly Station[];

/** Most relays in a row that are followed: an endpoint, two network load balancers and an application load balancer. */
const MOST = 4;

/** Ways that lead to places, or to something that is called; shortest first. */
export function waysTo(network: Network, keys: ReadonlySet<string>): readonly Way[] {
  const leading = leadingTo(network);
  const first = [...new Set([...keys].flatMap((key) => leading.get(key) ?? []))];
  let ways: readonly Way[] = first.map((station) => [station]);
  const found: Way[] = [...ways];
  for (let length = 1; length < MOST && ways.length > 0; length += 1) {
    ways = ways.flatMap((way) => longer(way, leading));
    found.push(...ways);
  }
  return found;
}

/** Ways with one more relay before the first. */
function longer(way: Way, leading: ReadonlyMap<string, readonly Station[]>): readonly Way[] {
  const [first] = way;
  if (!first) return [];
  const before = new Set(first.relay.entrances.flatMap(({ key }) => leading.get(key) ?? []));
  return [...before]
    .filter(({ relay, exit }) => way.every((own) => own.relay.key !== relay.key) && meets(exit, first.door))
    .map((station) => [station, ...way]);
}

function meets({ traffic }: Exit, door: Door): boolean {
  return (traffic?.may ?? []).some((own) => door.traffic.may.some((other) => commonTraffic(own, other) !== undefined));
}

/** By the key of a place, or of something that is called, what leads to it. */
function leadingTo(network: Network): ReadonlyMap<string, readonly Station[]> {
  const known = LEADING.get(network);
  if (known) return known;
  const found = new Map<string, Station[]>();
  for (const relay of relaysOf(network)) {
    for (const door of relay.doors) {
      for (const exit of door.exits) {
        const keys = [exit.target.key, ...exit.to.map(({ key }) => key)];
        for (const key of new Set(keys)) found.set(key, [...(found.get(key) ?? []), { relay, door, exit }]);
      }
    }
  }
  LEADING.set(network, found);
  return found;
}

const LEADING = new WeakMap<Network, ReadonlyMap<string, readonly Station[]>>();
