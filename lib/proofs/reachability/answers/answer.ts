import type { ReachabilityAnswer as Answer, ReachabilityQuestion as Question, WitnessHop } from '../../../model';
import { connect, isUnsettled, lanesOf, overInternet, type Connection, type Drop, type Outcome } from '../engine';
import { blocksOf, hop, hopsOf, reasonsOf } from '../explain';
import type { Network } from '../network';
import { intersect, unite, type PacketSet } from '../packets';
import type { Subject, Subjects } from './subjects';
import { packetsOf } from './traffic';

/** Answers a question by sending its packets, and nothing else, through the network. */
export function answer(network: Network, subjects: Subjects, question: Question): Answer {
  const [asked, to] = [subjects.find(question.from), subjects.find(question.to)];
  const closed = question.avoiding === undefined ? undefined : subjects.avoided(question.avoiding);
  const from = closed ? { ...asked, ends: asked.ends.filter(({ key }) => !closed.has(key)) } : asked;
  const packets = packetsOf(question, network.book.space, from.addresses, to.addresses);
  return answerFor(network, question, from, to, packets, closed ? { closed } : {});
}

/** How a question is answered. */
interface Manner {
  /** `may` leaves out whether packets surely pass. */
  readonly only?: 'may';
  /** Keys of things that ways go around. */
  readonly closed?: ReadonlySet<string>;
}

/** Answers a question about these packets: by ways of their own, else by the public addresses of the receivers. */
export function answerFor(
  network: Network,
  question: Question,
  from: Subject,
  to: Subject,
  packets: PacketSet,
  { only, closed }: Manner = {},
): Answer {
  const nothing = { question, witness: [], blockedBy: [], unresolved: [] };
  const way = { record: true as const, ...(closed ? { closed } : {}) };
  const straight = (options: Lane): Outcome =>
    connectionsTo(to, connect(network, from.ends, packets, { ...options, ...way }));
  const around = (options: Lane): Outcome => ({
    connections: overInternet(network, from.ends, to.ends, packets, { ...options, ...way }),
    drops: [],
  });
  const found: Connection[] = [];
  const drops: Drop[] = [];
  for (const send of [straight, around]) {
    const possible = send({ mode: 'may', lane: 0 });
    found.push(...possible.connections);
    drops.push(...possible.drops);
    const sure = only === 'may' || possible.connections.length === 0 ? undefined : surely(network, send);
    if (sure) return { ...nothing, answer: 'yes', witness: witnessOf(sure) };
  }
  const [first] = found;
  if (!first) return { ...nothing, answer: 'no', blockedBy: blocksOf(drops) };
  const reasons = new Set(found.flatMap((connection) => reasonsFor(network, connection, packets)));
  return { ...nothing, answer: 'unknown', witness: witnessOf(first), unresolved: [...reasons] };
}

type Lane = { readonly mode: 'may' | 'must'; readonly lane: number };

/** A connection that comes to be whatever is decided at deployment. */
function surely(network: Network, send: (options: Lane) => Outcome): Connection | undefined {
  let common: PacketSet | undefined;
  let found: readonly Connection[] = [];
  const lanes = lanesOf(network);
  for (let lane = 0; lane < lanes; lane += 1) {
    const { connections } = send({ mode: 'must', lane });
    const own = unite(connections.flatMap((connection) => connection.packets));
    common = common ? intersect(common, own) : own;
    if (common.length === 0) return undefined;
    if (lane === 0) found = connections;
  }
  const held = common ?? [];
  return found.find((connection) => intersect(connection.packets, held).length > 0);
}

function connectionsTo(
  { ends }: Subject,
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
