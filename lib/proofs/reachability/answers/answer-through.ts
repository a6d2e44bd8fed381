import type { ReachabilityAnswer as Answer, WitnessHop } from '../../../model';
import { hop } from '../explain';
import type { Network } from '../network';
import type { Subject } from './subject';
import { Follower, type Passing, type Wanted } from './through';
import { wantedTraffic } from './traffic';
import { waysTo, type Station, type Way } from './ways';

/**
 * Answers a question by way of relays. Its port is the one that the sender connects to, or the one on which it is
 * received: who asks may mean either.
 * @param direct the answer for packets themselves, which is not yes
 * @param closed keys of things that ways go around
 */
export function answerThrough(
  network: Network,
  direct: Answer,
  from: Subject,
  to: Subject,
  closed: ReadonlySet<string> = new Set(),
): Answer {
  const follower = new Follower(network, from, closed);
  const wanted = wantedOf(direct.question);
  const followed: Followed[] = [];
  for (const way of waysTo(network, keysOf(to)).filter((own) => own.every((station) => !isOn(station, closed)))) {
    for (const item of wanted) {
      const passing = follower.follow(way, to.ends, item);
      if (passing.answer === 'yes') return answerBy(direct, { way, passing });
      followed.push({ way, passing });
    }
  }
  return unsure(direct, followed);
}

/** A way that was followed. */
interface Followed {
  readonly way: Way;
  readonly passing: Passing;
}

/** The answer where no way surely leads to the end. */
function unsure(direct: Answer, followed: readonly Followed[]): Answer {
  const possible = followed.filter(({ passing }) => passing.answer === 'unknown');
  const unresolved = [...new Set([...direct.unresolved, ...possible.flatMap(({ passing }) => passing.unresolved)])];
  if (direct.answer === 'unknown') return { ...direct, unresolved };
  const [first] = possible;
  if (first) return { ...answerBy(direct, first), unresolved };
  return {
    ...direct,
    blockedBy: distinct([...direct.blockedBy, ...followed.flatMap(({ passing }) => passing.blockedBy)]),
  };
}

function keysOf({ ends, called }: Subject): ReadonlySet<string> {
  return new Set([...ends.map(({ key }) => key), ...(called === undefined ? [] : [called])]);
}

function wantedOf(question: Answer['question']): readonly Wanted[] {
  const traffic = wantedTraffic(question);
  return traffic
    ? [
        { at: 'first', traffic },
        { at: 'last', traffic },
      ]
    : [{ at: 'first', traffic }];
}

function isOn({ relay }: Station, closed: ReadonlySet<string>): boolean {
  return relay.entrances.some(({ key }) => closed.has(key));
}

function answerBy({ question }: Answer, { way, passing }: Followed): Answer {
  const { answer, witness, unresolved } = passing;
  const open = answer === 'unknown' ? unresolved : [];
  return { question, answer, witness, blockedBy: [], unresolved: open, through: way.map(relayHop) };
}

/** A relay of a way, in words. */
export function relayHop({ relay, door, exit }: Station): WitnessHop {
  return hop(
    `${relay.what} ${relay.name}`,
    relay.origin,
    `leads from ${door.what} ${door.name} to ${exit.target.name}`,
  );
}

function distinct(hops: readonly WitnessHop[]): readonly WitnessHop[] {
  return [...new Map(hops.map((item) => [JSON.stringify(item), item])).values()];
}
