import type { ReachabilityQuestion as Question, TrafficText } from '../../../model';
import { EPHEMERAL } from '../engine';
import { ALL_PORTS, familiesOf, PROTOCOL, type Network } from '../network';
import { pairsOf, restrict, sameRanges, uniteRanges, type Box, type PacketSet, type Ranges } from '../packets';
import { QuestionError } from './question';

type Traffic = Omit<Box, 'source' | 'destination'>;

const TCP: Traffic = { protocol: [PROTOCOL.tcp, PROTOCOL.tcp], port: ALL_PORTS, sourcePort: EPHEMERAL };
const UDP: Traffic = { protocol: [PROTOCOL.udp, PROTOCOL.udp], port: ALL_PORTS, sourcePort: EPHEMERAL };

/** Echo requests of ICMP for IPv4 and IPv6. */
const ECHO: readonly Traffic[] = [
  { protocol: [PROTOCOL.icmp, PROTOCOL.icmp], port: [8 * 256, 8 * 256], sourcePort: ALL_PORTS },
  { protocol: [PROTOCOL.icmpv6, PROTOCOL.icmpv6], port: [128 * 256, 128 * 256], sourcePort: ALL_PORTS },
];

/** ICMP of the other family: a rule that denies one of them leaves the other, which nobody of the family speaks. */
const STRANGER: Readonly<Record<4 | 6, number>> = { 4: PROTOCOL.icmpv6, 6: PROTOCOL.icmp };

/** Everything that is none of those. */
const OTHERS: Traffic = {
  protocol: [0, 0, 2, 5, 7, 16, 18, 57, 59, 255],
  port: ALL_PORTS,
  sourcePort: ALL_PORTS,
};

/** All traffic that can be asked about. */
const ALL_TRAFFIC: readonly Traffic[] = [TCP, UDP, ...ECHO, OTHERS];

/** First packets that a question is about. */
export function packetsOf(question: Question, book: Network['book'], from: Ranges, to: Ranges): PacketSet {
  return between(trafficOf(question), book, from, to);
}

/** All first packets between addresses. */
export function allPackets(book: Network['book'], from: Ranges, to: Ranges): PacketSet {
  return between(ALL_TRAFFIC, book, from, to);
}

/** Traffic between addresses. */
function between(traffic: readonly Traffic[], book: Network['book'], from: Ranges, to: Ranges): PacketSet {
  return familiesOf(book, from, to).flatMap(({ family, source, destination }) => {
    const spoken = traffic.filter(({ protocol }) => protocol[0] !== STRANGER[family]);
    return spoken.map((own) => ({ ...own, source, destination }));
  });
}

/** What a question says of the traffic it is about; undefined when it asks about any. */
export function wantedTraffic(question: Question): readonly Traffic[] | undefined {
  return question.port === undefined && (question.protocol ?? 'all') === 'all' ? undefined : trafficOf(question);
}

function trafficOf({ port, protocol }: Question): readonly Traffic[] {
  if (port !== undefined && protocol === 'icmp') throw new QuestionError('icmp knows no ports: leave the port out');
  const ports = port === undefined ? ALL_PORTS : portsOf(port);
  const all = port === undefined ? ALL_TRAFFIC : [TCP, UDP].map((traffic) => ({ ...traffic, port: ports }));
  const byProtocol = { tcp: [{ ...TCP, port: ports }], udp: [{ ...UDP, port: ports }], icmp: ECHO, all };
  return byProtocol[protocol ?? (port === undefined ? 'all' : 'tcp')];
}

/** Ports as a question names them: a number, ranges, several with commas. */
function portsOf(given: number | string): Ranges {
  const spans = String(given)
    .split(',')
    .map((text) => /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text.trim()))
    .map((match): readonly [number, number] => [Number(match?.[1]), Number(match?.[2] ?? match?.[1])]);
  if (!spans.every(([low, high]) => low <= high && high <= 65_535)) {
    throw new QuestionError(
      `port ${given}: expected a whole number from 0 to 65535, a range (8000-8010), or several with commas between`,
    );
  }
  return uniteRanges(...spans.map(([low, high]) => [low, high]));
}

/** The protocols and ports of packets, each protocol once. */
export function trafficText(packets: PacketSet): readonly TrafficText[] {
  const kinds = { tcp: TCP, udp: UDP, icmp: ECHO[0], ping6: ECHO[1], other: OTHERS };
  const texts = Object.entries(kinds).flatMap(([protocol, kind]): readonly TrafficText[] => {
    const own = kind ? restrict(packets, { protocol: kind.protocol }) : [];
    if (own.length === 0) return [];
    if (protocol !== 'tcp' && protocol !== 'udp')
      return [{ protocol: protocol === 'ping6' ? 'icmp' : protocol, ports: '' }];
    return [{ protocol, ports: portsText(uniteRanges(...own.map(({ port }) => port))) }];
  });
  return texts.filter((text, index) => texts.findIndex((other) => other.protocol === text.protocol) === index);
}

function portsText(ports: Ranges): string {
  if (sameRanges(ports, ALL_PORTS)) return 'any';
  return pairsOf(ports)
    .map(([low, high]) => (low === high ? String(low) : `${low}-${high}`))
    .join(',');
}
