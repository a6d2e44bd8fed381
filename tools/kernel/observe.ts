import { clientPorts, USUAL_CLIENT_PORT } from './client-ports';
import type { Driver, Listener, Probe, Reply, Request } from './driver';
import { hostSpace, INTERNET, planOf } from './namespaces';
import { targetOf } from './oracle';
import type { Question } from './questions';
import { addressOf, instanceOf, type Topology } from './topology';

/** Seconds of silence: long enough for a loaded machine at first, then for a client to send again. */
const QUIET = { first: 0.15, again: 1.6 };
const LIMIT = 8;

/**
 * What the kernel answers to each question: for TCP and ICMP whether the answer came back, for UDP whether the datagram
 * arrived, since a datagram has done what it does by then.
 */
export async function observe(
  driver: Driver,
  topology: Topology,
  questions: readonly Question[],
  patience: keyof typeof QUIET = 'first',
): Promise<readonly boolean[]> {
  const asked = questions.flatMap((question) => {
    const target = targetOf(topology, question);
    if (target === undefined) return [];
    const clients = question.protocol === 'tcp' ? clientPorts(topology) : [USUAL_CLIENT_PORT];
    return clients.map((client) => ({ question, probe: probeOf(topology, question, target, client) }));
  });
  const reply: Reply = await driver.ask({
    plan: planOf(topology),
    listeners: listenersOf(topology, questions),
    probes: asked.map(({ probe }) => probe),
    quiet: QUIET[patience],
    limit: LIMIT,
  } satisfies Request);
  const answered = new Set(
    asked.flatMap(({ question }, index) => {
      const outcomes = question.protocol === 'udp' ? reply.arrived : reply.answered;
      return outcomes[index] ? [question] : [];
    }),
  );
  // From the internet there is no way to name a host without a public address: nothing was sent, nothing arrived.
  return questions.map((question) => answered.has(question));
}

function probeOf(topology: Topology, { from, protocol, port = 0 }: Question, target: string, client: number): Probe {
  const { space, address } = placeOf(topology, from);
  return { space, source: address, target, protocol, port, client: client === USUAL_CLIENT_PORT ? 0 : client };
}

/** Every host listens on every port that anything asks for: what is not answered was dropped on the way. */
function listenersOf(topology: Topology, questions: readonly Question[]): readonly Listener[] {
  const services = new Map(questions.map(({ protocol, port }) => [`${protocol} ${port}`, { protocol, port }]));
  const hosts = new Set(questions.flatMap(({ from, to }) => [from, to]));
  return [...hosts].flatMap((host) =>
    [...services.values()].flatMap(({ protocol, port }): Listener[] =>
      protocol === 'icmp' || port === undefined ? [] : [{ ...placeOf(topology, host), protocol, port }],
    ),
  );
}

function placeOf(topology: Topology, host: string): { readonly space: string; readonly address: string } {
  const instance = instanceOf(topology, host);
  return { space: instance ? hostSpace(instance.name) : INTERNET, address: addressOf(topology, host) };
}
