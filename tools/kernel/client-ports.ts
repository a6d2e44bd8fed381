import type { Topology } from './topology';

/** Where Linux chooses client ports from; the harness makes no boundary of a filter within it. */
export const USUAL_CLIENT_PORT = 40000;

const LOWEST = 1024;

/**
 * One port of each range that network ACLs tell apart and clients may speak from: whether a reply comes back depends on
 * the port that the client happened to choose, and "can reach" means that some choice will do.
 */
export function clientPorts({ acls }: Topology): readonly number[] {
  const starts = acls
    .flatMap(({ entries }) => entries)
    .flatMap(({ protocol, ports }) => (protocol === 'tcp' && ports ? [ports[0], ports[1] + 1] : []))
    .filter((port) => port > LOWEST && port < USUAL_CLIENT_PORT);
  const edges = [LOWEST, ...new Set(starts)].toSorted((a, b) => a - b);
  const middles = edges.slice(1).map((edge, index) => Math.floor(((edges[index] ?? LOWEST) + edge) / 2));
  return [USUAL_CLIENT_PORT, ...middles];
}
