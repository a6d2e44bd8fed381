import type { graphOf, templateFromObject } from '../../lib/template';
import type { Answer, Reachability, reachabilityOf } from '../../lib/proofs/reachability';
import type { Question } from './questions';
import { templateOf } from './template';
import type { Topology } from './topology';

/** The engine under test, with the reader of templates that belongs to it: as it is, or with a planted bug. */
export interface Engine {
  readonly templateFromObject: typeof templateFromObject;
  readonly graphOf: typeof graphOf;
  readonly reachabilityOf: typeof reachabilityOf;
}

/** The engine on a topology, of which it sees the template alone. */
export function reachabilityOn(engine: Engine, topology: Topology): Reachability {
  return engine.reachabilityOf(engine.graphOf([engine.templateFromObject('topology.json', templateOf(topology))]));
}

/** What the engine answers about a topology. */
export function engineOn(engine: Engine, topology: Topology): (question: Question) => Answer {
  const reachability = reachabilityOn(engine, topology);
  return ({ from, to, protocol, port }) => {
    const answer = reachability.ask({
      from: end(from),
      to: end(to),
      protocol,
      ...(port === undefined ? {} : { port }),
    });
    const isInside = ![from, to].some(isAddress);
    return isInside && isOverInternet(answer) ? { ...answer, answer: 'no' } : answer;
  };
}

/** Instances of a topology are sent packets to their own addresses, never to public ones. */
function isOverInternet({ witness }: Answer): boolean {
  return witness.slice(1, -1).some(({ hop }) => hop === 'the internet');
}

function isAddress(host: string): boolean {
  return /^[\d.]+$/.test(host);
}

/** Logical ids stand for themselves, addresses for blocks of one. */
function end(host: string): string {
  return isAddress(host) ? `${host}/32` : host;
}
