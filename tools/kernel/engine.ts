import { family } from './address';
import type { graphOf, templateFromObject } from '../../lib/template';
import type { Answer, Reachability, reachabilityOf } from '../../lib/proofs/reachability';
import type { Question } from './questions';
import { templateOf } from './template';
import { addressOf, instanceOf, type Topology } from './topology';

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
      from: end(topology, from),
      to: end(topology, to),
      protocol,
      ...(port === undefined ? {} : { port }),
    });
    const isInside = [from, to].every((host) => topology.instances.some(({ name }) => name === host));
    return isInside && isOverInternet(answer) ? { ...answer, answer: 'no' } : answer;
  };
}

/** Instances are sent IPv4 packets to their own addresses, never to public ones. */
function isOverInternet({ witness }: Answer): boolean {
  return witness.slice(1, -1).some(({ hop }) => hop === 'the internet');
}

/** Logical ids stand for themselves, addresses for blocks of one. What has addresses of both families is asked by one. */
function end(topology: Topology, host: string): string {
  if (instanceOf(topology, host)?.name === host && instanceOf(topology, host)?.six === undefined) return host;
  const address = addressOf(topology, host);
  return `${address}/${family(address) === 4 ? 32 : 128}`;
}
