import type { ReachabilityVerdict, WitnessHop } from '../../../model';
import {
  connect,
  isUnsettled,
  lanesOf,
  overInternet,
  type Connection,
  type Drop,
  type End,
  type Mode,
  type Outcome,
} from '../engine';
import { blocksOf, hop, hopsOf, reasonsOf } from '../explain';
import type { Bounded, Network } from '../network';
import { intersect, restrict, unite, type PacketSet } from '../packets';

/** Sends first packets, and says which connections come of them. */
export type Opening = (packets: PacketSet, run: { readonly mode: Mode; readonly lane: number }) => Outcome;

/** Packets as some ends send them: straight to the receivers, and to the public addresses of those. */
export function openingsFrom(
  network: Network,
  from: readonly End[],
  to: readonly End[],
  closed?: ReadonlySet<string>,
): readonly Opening[] {
  const way = { record: true as const, ...(closed ? { closed } : {}) };
  return [
    (packets, run) => connect(network, from, packets, { ...run, ...way }),
    (packets, run) => ({ connections: overInternet(network, from, to, packets, { ...run, ...way }), drops: [] }),
  ];
}

/** Packets of what stands outside of all VPCs to where it stands: they have no network to cross. */
export function standingAt(from: readonly End[]): Opening {
  return (packets) => ({
    connections: from.flatMap((end): readonly Connection[] => {
      const own = 'subnet' in end ? [] : restrict(packets, { source: end.addresses, destination: end.addresses });
      if (own.length === 0) return [];
      const trail = { step: { kind: 'start', at: end } as const, before: undefined, reasons: [] };
      const arrival = { at: end, packets: own, inspected: false, trail };
      return [{ from: end, to: end, packets: own, arrival, onward: undefined, answer: undefined }];
    }),
    drops: [],
  });
}

/** Whether connections come to be between some ends, with what shows it. */
export interface Leg {
  readonly answer: ReachabilityVerdict;
  /** Packets of the connections that may, and that surely, come to be, as their receiver sees them. */
  readonly seen: { readonly may: PacketSet; readonly must: PacketSet };
  readonly witness: readonly WitnessHop[];
  readonly blockedBy: readonly WitnessHop[];
  readonly unresolved: readonly string[];
}

/**
 * Sends packets to some ends, in one way after the other until one is sure.
 * @param packets those that may be, and those that surely are, sent
 * @param only `may` leaves out whether they surely pass
 */
export function legTo(
  network: Network,
  ends: readonly End[],
  openings: readonly Opening[],
  packets: Omit<Bounded<PacketSet>, 'reasons'>,
  only?: 'may',
): Leg {
  const found: Connection[] = [];
  const drops: Drop[] = [];
  const nothing = { witness: [], blockedBy: [], unresolved: [] };
  const seen = (): PacketSet => unite(found.flatMap(seenOf));
  for (const open of openings) {
    const possible = connectionsTo(ends, open(packets.may, { mode: 'may', lane: 0 }));
    found.push(...possible.connections);
    drops.push(...possible.drops);
    const isOpen = only !== 'may' && packets.must.length > 0 && possible.connections.length > 0;
    const sure = isOpen ? surely(network, ends, open, packets.must) : undefined;
    if (sure) {
      return { ...nothing, answer: 'yes', seen: { may: seen(), must: sure.seen }, witness: witnessOf(sure.connection) };
    }
  }
  const [first] = found;
  if (!first) return { ...nothing, seen: { may: [], must: [] }, answer: 'no', blockedBy: blocksOf(drops) };
  const reasons = new Set(found.flatMap((connection) => reasonsFor(network, connection, packets.may)));
  return {
    ...nothing,
    answer: 'unknown',
    seen: { may: seen(), must: [] },
    witness: witnessOf(first),
    unresolved: [...reasons],
  };
}

/** Connections that come to be whatever is decided at deployment. */
function surely(
  network: Network,
  ends: readonly End[],
  open: Opening,
  packets: PacketSet,
): { readonly connection: Connection; readonly seen: PacketSet } | undefined {
  let common: PacketSet | undefined;
  let found: readonly Connection[] = [];
  const lanes = lanesOf(network);
  for (let lane = 0; lane < lanes; lane += 1) {
    const { connections } = connectionsTo(ends, open(packets, { mode: 'must', lane }));
    const own = unite(connections.flatMap((connection) => connection.packets));
    common = common ? intersect(common, own) : own;
    if (common.length === 0) return undefined;
    if (lane === 0) found = connections;
  }
  const held = common ?? [];
  const holding = found.filter((item) => intersect(item.packets, held).length > 0);
  const [connection] = holding;
  if (!connection) return undefined;
  const own = (item: Connection): PacketSet => (item.onward ? seenOf(item) : intersect(item.packets, held));
  return { connection, seen: unite(holding.flatMap(own)) };
}

/** Packets as the receiver sees them: behind a NAT gateway they are its own. */
function seenOf({ packets, onward }: Connection): PacketSet {
  return onward ? seenOf(onward) : packets;
}

function connectionsTo(
  ends: readonly End[],
  { connections, drops }: Outcome,
): { connections: readonly Connection[]; drops: readonly Drop[] } {
  const keys = new Set(ends.map(({ key }) => key));
  return { connections: connections.filter(({ to }) => keys.has(to.key)), drops };
}

/** The way of a connection in words: there, and how the answers come back. */
function witnessOf({ arrival, onward, answer: reply }: Connection): readonly WitnessHop[] {
  const own = hopsOf(arrival.trail);
  if (onward) return [...own, ...witnessOf(onward).slice(1)];
  if (!reply) return own;
  const last = arrival.at;
  const back = hopsOf(reply.trail).filter(({ why }) => why.startsWith('lets them'));
  const names = back.map((item) => item.hop);
  const by = names.length > 0 ? `: ${[...new Set(names)].join(', ')} let them` : '';
  return [...own, hop('answers', last.origin, `come back to the sender${by}`)];
}

function reasonsFor(network: Network, connection: Connection, asked?: PacketSet): readonly string[] {
  const { arrival, onward, answer: reply } = connection;
  return [
    ...reasonsOf(arrival.trail),
    ...reasonsOf(reply?.trail),
    ...addressReasons(network, connection, asked),
    ...(onward ? reasonsFor(network, onward) : []),
  ];
}

/** Which of the ends has to have a certain address for some of the packets to pass. */
function addressReasons(
  network: Network,
  { from, to, packets }: Connection,
  asked: PacketSet | undefined,
): readonly string[] {
  const sides = [
    ['source', from],
    ['destination', to],
  ] as const;
  return sides
    .filter(([side]) => isUnsettled(network, packets, side, asked))
    .map(([, { name }]) => `which address ${name} has is decided at deployment`);
}
