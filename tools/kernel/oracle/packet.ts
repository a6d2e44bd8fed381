import type { Protocol } from '../topology';

/** One packet; ICMP has no ports. */
export interface Packet {
  readonly source: string;
  readonly target: string;
  readonly protocol: Protocol;
  readonly sourcePort?: number;
  readonly targetPort?: number;
}

/** The packet that answers this one. */
export function replyTo(packet: Packet): Packet {
  const { source, target, protocol, sourcePort, targetPort } = packet;
  const ports = sourcePort === undefined || targetPort === undefined ? {} : swapped(sourcePort, targetPort);
  return { source: target, target: source, protocol, ...ports };
}

function swapped(sourcePort: number, targetPort: number): Pick<Packet, 'sourcePort' | 'targetPort'> {
  return { sourcePort: targetPort, targetPort: sourcePort };
}
