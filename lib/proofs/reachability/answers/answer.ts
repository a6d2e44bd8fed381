import type { ReachabilityAnswer as Answer, ReachabilityQuestion as Question } from '../../../model';
import { hop } from '../explain';
import type { Network } from '../network';
import type { PacketSet } from '../packets';
import { answerThrough } from './answer-through';
import { legTo, openingsFrom } from './leg';
import type { Subject } from './subject';
import type { Subjects } from './subjects';
import { packetsOf } from './traffic';

/**
 * Answers a question by sending its packets, and nothing else, through the network; where they do not surely arrive, by
 * way of what ends connections and opens others.
 */
export function answer(network: Network, subjects: Subjects, question: Question): Answer {
  const [from, to] = [subjects.find(question.from), subjects.find(question.to)];
  const closed = question.avoiding === undefined ? undefined : subjects.avoided(question.avoiding);
  const doubts = [from, to].flatMap(({ doubtful }) => doubtful?.doubts ?? []);
  if (doubts.length === 0) return between(network, question, from, to, closed);
  const sure = between(network, question, from.doubtful?.sure ?? from, to.doubtful?.sure ?? to, closed);
  if (sure.answer === 'yes') return sure;
  const possible = between(network, question, from, to, closed);
  if (possible.answer === 'no') return possible;
  return { ...possible, answer: 'unknown', unresolved: [...possible.unresolved, ...doubts] };
}

function between(
  network: Network,
  question: Question,
  asked: Subject,
  to: Subject,
  closed: ReadonlySet<string> | undefined,
): Answer {
  const none = [asked, to].flatMap(({ ends, none: told }) => (ends.length === 0 && told !== undefined ? [told] : []));
  const [why] = none;
  if (why !== undefined) {
    const blockedBy = [hop('these templates', NOWHERE, why)];
    return { question, answer: 'no', witness: [], blockedBy, unresolved: [], through: [] };
  }
  const from = closed ? { ...asked, ends: asked.ends.filter(({ key }) => !closed.has(key)) } : asked;
  const packets = packetsOf(question, network.book, from.addresses, to.addresses);
  const direct = answerFor(network, question, from, to, packets, closed ? { closed } : {});
  return direct.answer === 'yes' ? direct : answerThrough(network, direct, from, to, closed);
}

/** What no resource says. */
const NOWHERE = { template: '', logicalId: '' };

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
  const openings = openingsFrom(network, from.ends, to.ends, closed);
  const {
    answer: verdict,
    witness,
    blockedBy,
    unresolved,
  } = legTo(network, to.ends, openings, { may: packets, must: packets }, only);
  return { question, answer: verdict, witness, blockedBy, unresolved, through: [] };
}
