import { family } from './address';
import { SERVICES } from './generate/traffic';
import { Random } from './random';
import type { Protocol, Topology } from './topology';

/**
 * Can this host open a conversation with that one? For UDP it need not be answered. A host is an instance's name, for its
 * IPv4 address, its IPv6 address, or an outsider's address.
 */
export interface Question {
  readonly from: string;
  readonly to: string;
  readonly protocol: Protocol;
  /** Destination port; absent for ICMP, which is asked by echo request. */
  readonly port?: number;
}

const MOST_PORTS = { tcp: 3, udp: 2 } as const;

/** Every ordered pair of hosts of one family but two outsiders, at a few ports: where the filters' ranges begin, end, and stop. */
export function questionsOf(topology: Topology): readonly Question[] {
  const random = new Random(topology.seed + 0.5);
  const six = topology.instances.flatMap((instance) => (instance.six === undefined ? [] : [instance.six]));
  const inside = [...topology.instances.map(({ name }) => name), ...six];
  const hosts = [...inside, ...topology.outsiders];
  const ports = { tcp: portsOf(random, topology, 'tcp'), udp: portsOf(random, topology, 'udp') };
  return hosts.flatMap((from) =>
    hosts
      .filter((to) => to !== from && family(to) === family(from) && (inside.includes(from) || inside.includes(to)))
      .flatMap((to): Question[] => [
        ...ports.tcp.map((port): Question => ({ from, to, protocol: 'tcp', port })),
        ...ports.udp.map((port): Question => ({ from, to, protocol: 'udp', port })),
        { from, to, protocol: 'icmp' },
      ]),
  );
}

function portsOf(random: Random, { acls, groups }: Topology, protocol: 'tcp' | 'udp'): readonly number[] {
  const rules = [
    ...acls.flatMap(({ entries }) => entries),
    ...groups.flatMap((g) => [...g.ingress, ...(g.egress ?? [])]),
  ];
  const edges = rules
    .filter((rule) => rule.protocol === protocol)
    .flatMap(({ ports }) => (ports ? [ports[0] - 1, ports[0], ports[1], ports[1] + 1] : []));
  // Ports that clients use are no services here: a listener there could be taken for a client.
  const named = [...new Set([...SERVICES[protocol], ...edges])].filter((port) => port > 0 && port < 20000);
  return random.some(
    named.toSorted((a, b) => a - b),
    MOST_PORTS[protocol],
  );
}
