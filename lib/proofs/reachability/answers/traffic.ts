import { EPHEMERAL } from '../engine';
import { ALL_PORTS, PROTOCOL } from '../network';
import type { AddressSpace } from '../addresses';
import { intersectRanges, type Box, type PacketSet, type Ranges } from '../packets';
import { QuestionError, type Question } from './question';

type Traffic = Omit<Box, 'source' | 'destination'>;

const TCP: Traffic = { protocol: [PROTOCOL.tcp, PROTOCOL.tcp], port: ALL_PORTS, sourcePort: EPHEMERAL };
const UDP: Traffic = { protocol: [PROTOCOL.udp, PROTOCOL.udp], port: ALL_PORTS, sourcePort: EPHEMERAL };

/** Echo requests of ICMP for IPv4 and IPv6. */
const ECHO: readonly Traffic[] = [
  { protocol: [PROTOCOL.icmp, PROTOCOL.icmp], port: [8 * 256, 8 * 256], sourcePort: ALL_PORTS },
  { protocol: [PROTOCOL.icmpv6, PROTOCOL.icmpv6], port: [128 * 256, 128 * 256], sourcePort: ALL_PORTS },
];

/** Everything that is none of those. */
const OTHERS: Traffic = {
  protocol: [0, 0, 2, 5, 7, 16, 18, 57, 59, 255],
  port: ALL_PORTS,
  sourcePort: ALL_PORTS,
};

/** All traffic that can be asked about. */
const ALL_TRAFFIC: readonly Traffic[] = [TCP, UDP, ...ECHO, OTHERS];

/** First packets that a question is about: of one family of addresses on both sides. */
export function packetsOf(question: Question, space: AddressSpace, from: Ranges, to: Ranges): PacketSet {
  return within(trafficOf(question), space, from, to);
}

/** Traffic between addresses. */
function within(traffic: readonly Traffic[], space: AddressSpace, from: Ranges, to: Ranges): PacketSet {
  return ([4, 6] as const).flatMap((family) => {
    const [source, destination] = [from, to].map((own) => intersectRanges(own, space.family(family)));
    if (!source?.length || !destination?.length) return [];
    return traffic.map((own) => ({ ...own, source, destination }));
  });
}

function trafficOf({ port, protocol }: Question): readonly Traffic[] {
  checkPort(port, protocol);
  const ports: Ranges = port === undefined ? ALL_PORTS : [port, port];
  const all = port === undefined ? ALL_TRAFFIC : [TCP, UDP].map((traffic) => ({ ...traffic, port: ports }));
  const byProtocol = { tcp: [{ ...TCP, port: ports }], udp: [{ ...UDP, port: ports }], icmp: ECHO, all };
  return byProtocol[protocol ?? (port === undefined ? 'all' : 'tcp')];
}

function checkPort(port: Question['port'], protocol: Question['protocol']): void {
  if (port === undefined) return;
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new QuestionError(`port ${port}: expected a whole number from 0 to 65535`);
  }
  if (protocol === 'icmp') throw new QuestionError('icmp knows no ports: leave the port out');
}
