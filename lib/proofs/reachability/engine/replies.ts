import { ALL_PORTS, PROTOCOL } from '../network';
import { intersectRanges, subtractRanges, type Box, type PacketSet, type Ranges } from '../packets';

/** Type and code of echo requests and replies. Source: RFC 792, RFC 4443. */
const ECHO = {
  [PROTOCOL.icmp]: { request: 8 * 256, reply: 0 },
  [PROTOCOL.icmpv6]: { request: 128 * 256, reply: 129 * 256 },
} as const;

/**
 * What a connection needs to come back: TCP its acknowledgements, an ICMP echo request its reply. A datagram of UDP, and
 * packets of other protocols, have reached what they reached.
 */
export function repliesTo(packets: PacketSet): PacketSet {
  return packets.flatMap((box): PacketSet => {
    const tcp = within(box, PROTOCOL.tcp);
    return [
      ...(tcp ? [{ ...swapped(box), protocol: tcp }] : []),
      ...([PROTOCOL.icmp, PROTOCOL.icmpv6] as const).flatMap((protocol) => {
        const own = within(box, protocol);
        const request = ECHO[protocol].request;
        if (!own || intersectRanges(box.port, [request, request]).length === 0) return [];
        const { reply } = ECHO[protocol];
        return [{ ...swapped(box), protocol: own, port: [reply, reply], sourcePort: [request, request] }];
      }),
    ];
  });
}

/** The packets whose replies are these. */
export function answeredBy(replies: PacketSet): PacketSet {
  return replies.map((box) => {
    const packets = swapped(box);
    return box.protocol[0] === PROTOCOL.tcp ? packets : { ...packets, sourcePort: ALL_PORTS };
  });
}

/** Packets that need no reply. */
export function oneWay(packets: PacketSet): PacketSet {
  const needing: Ranges = [PROTOCOL.icmp, PROTOCOL.icmp, PROTOCOL.tcp, PROTOCOL.tcp, PROTOCOL.icmpv6, PROTOCOL.icmpv6];
  return packets.flatMap((box) => {
    const protocol = subtractRanges(box.protocol, needing);
    return protocol.length === 0 ? [] : [{ ...box, protocol }];
  });
}

function within(box: Box, protocol: number): Ranges | undefined {
  return intersectRanges(box.protocol, [protocol, protocol]).length === 0 ? undefined : [protocol, protocol];
}

function swapped({ source, destination, protocol, port, sourcePort }: Box): Box {
  return { source: destination, destination: source, protocol, port: sourcePort, sourcePort: port };
}
