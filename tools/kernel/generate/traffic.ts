import type { Random } from '../random';
import type { Traffic } from '../topology';

/** Services whose ports the filters name: probes go to these ports and to their neighbours. */
export const SERVICES = { tcp: [22, 80, 443, 3306, 8443], udp: [53, 123, 514] } as const;

/** Anything, a protocol, a port, or a range of ports around one. */
export function trafficOf(random: Random): Traffic {
  const protocol = random.pick(['tcp', 'tcp', 'tcp', 'udp', 'udp', 'icmp', 'all'] as const);
  if (protocol === 'all' || protocol === 'icmp') return { protocol };
  const port = random.pick<number>(SERVICES[protocol]);
  if (random.chance(0.15)) return { protocol };
  const one = [port, port] as const;
  return { protocol, ports: random.pick([one, one, [port, port + 1], [port - 1, port], [0, 1023], [port, 9999]]) };
}
