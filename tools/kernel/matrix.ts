import { reachabilityOn, type Engine } from './engine';
import { instanceOf, named, type Topology } from './topology';
import type { Observation } from './verdict';

/** One entry of the matrix that contradicts the kernel. */
export interface MatrixFault {
  readonly from: string;
  readonly to: string;
  /** `tcp 443`, `icmp`. */
  readonly traffic: string;
  readonly kernel: boolean;
}

/**
 * Entries of the engine's matrix, in which each subnet is a zone, that contradict what the kernel said of the subnets'
 * instances. The zone "internet" has more hosts than were asked, so only what the kernel saw pass is held against it.
 */
export function matrixFaults(engine: Engine, observation: Observation): readonly MatrixFault[] {
  const { topology } = observation;
  const passing = new Map(
    reachabilityOn(engine, topology)
      .cells()
      .map(({ from, to, answer, inside }) => [`${from} ${to}`, answer === 'yes' ? inside : []]),
  );
  return [...expected(observation).values()].filter(({ from, to, traffic, kernel }) => {
    const [protocol = '', port] = traffic.split(' ');
    const texts = passing.get(`${from} ${to}`) ?? [];
    const engine = texts.some((text) => text.protocol === protocol && holds(text.ports, port));
    const isOutside = from === INTERNET || to === INTERNET;
    return isOutside ? kernel && !engine : kernel !== engine;
  });
}

const INTERNET = 'internet';

/** What passes between two zones: what passes between any of their hosts. */
function expected({ topology, questions, answers }: Observation): ReadonlyMap<string, MatrixFault> {
  const found = new Map<string, MatrixFault>();
  for (const [index, { from, to, protocol, port }] of questions.entries()) {
    const zones = { from: zoneOf(topology, from), to: zoneOf(topology, to) };
    if (zones.from === zones.to) continue;
    const traffic = port === undefined ? protocol : `${protocol} ${port}`;
    const key = `${zones.from} ${zones.to} ${traffic}`;
    const kernel = (found.get(key)?.kernel ?? false) || (answers[index] ?? false);
    found.set(key, { ...zones, traffic, kernel });
  }
  return found;
}

function zoneOf(topology: Topology, host: string): string {
  const instance = instanceOf(topology, host);
  if (!instance) return INTERNET;
  const { subnet } = instance;
  return `${named(topology.subnets, subnet).vpc}/${subnet}`;
}

/** Whether a port is among `443`, `8000-8010`, several with commas, or `any`. */
function holds(ports: string, port: string | undefined): boolean {
  if (port === undefined || ports === 'any') return true;
  return ports.split(',').some((text) => {
    const [low = NaN, high = low] = text.split('-').map(Number);
    return low <= Number(port) && Number(port) <= high;
  });
}
