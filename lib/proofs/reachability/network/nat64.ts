import { asText, type Graph, type Resource } from '../../../template';
import { blockOf, holds, type AddressSpace, type Block } from '../addresses';
import { intersectRanges, NONE, restrict, uniteRanges, type Box, type PacketSet, type Ranges } from '../packets';
import { PROTOCOL } from './protocols';

/**
 * Addresses under which clients with IPv6 alone reach IPv4 addresses, the last 32 bits of theirs, through NAT gateways.
 * Source: RFC 6052, Well-Known Prefix; Amazon VPC user guide, DNS64 and NAT64.
 */
const PREFIX = '64:ff9b::/96';
const BLOCK = blockOf(PREFIX);
const FOUR = 1n << 32n;

/** Echo requests, which are translated from one ICMP to the other. Source: RFC 7915, sections 4.2 and 5.2. */
const ECHO = {
  4: { protocol: PROTOCOL.icmp, port: 8 * 256 },
  6: { protocol: PROTOCOL.icmpv6, port: 128 * 256 },
} as const;

/** Whether a route leads IPv6 to a NAT gateway, or those addresses anywhere. */
export function usesNat64(graph: Graph): boolean {
  return graph.ofType('AWS::EC2::Route').some(isTranslating);
}

function isTranslating({ properties }: Resource): boolean {
  const { DestinationIpv6CidrBlock: six, DestinationPrefixListId: list, NatGatewayId: nat } = properties;
  if (nat !== undefined && (six !== undefined || list !== undefined)) return true;
  const block = blockOf(asText(six) ?? '');
  return block !== undefined && isTranslated(block);
}

/** Whether a block stands for IPv4 addresses. */
export function isTranslated(block: Block): boolean {
  return BLOCK !== undefined && holds(BLOCK, block);
}

/** The blocks and, for each of one family, the one that stands for it in the other: both are cut alike. */
export function withTwins(blocks: readonly Block[]): readonly Block[] {
  return [...blocks, ...blocks.flatMap((block) => twinOf(block) ?? []), ...(BLOCK ? [BLOCK] : [])];
}

function twinOf({ family, prefix, first, last }: Block): Block | undefined {
  if (!BLOCK) return undefined;
  if (family === 6)
    return isTranslated({ family, prefix, first, last })
      ? { family: 4, prefix: prefix - 96, first: first - BLOCK.first, last: last - BLOCK.first }
      : undefined;
  return last < FOUR
    ? { family: 6, prefix: prefix + 96, first: first + BLOCK.first, last: last + BLOCK.first }
    : undefined;
}

/** Translation of packets between clients with IPv6 addresses and servers with IPv4 addresses. */
export class Nat64 {
  /** The points of the addresses that stand for IPv4 addresses. */
  readonly block: Ranges;
  private readonly twins: readonly (readonly [six: Ranges, four: Ranges])[];
  private readonly unsaid: Ranges;
  private readonly families: Readonly<Record<4 | 6, Ranges>>;

  /** @param isOpen whether some IPv4 addresses are not said: which of the block stand for them is not known then */
  constructor(
    space: AddressSpace,
    readonly isOpen: boolean,
  ) {
    const segments = space.segments();
    const four = new Map(segments.flatMap((item) => (item.family === 4 && !item.isUnsaid ? [[item.first, item]] : [])));
    this.twins = segments.flatMap(({ family, first, last, start, end }) => {
      const own = family === 6 && BLOCK && first >= BLOCK.first && last <= BLOCK.last;
      const twin = own ? four.get(first - BLOCK.first) : undefined;
      return twin
        ? [
            [
              [start, end],
              [twin.start, twin.end],
            ] as const,
          ]
        : [];
    });
    this.block = uniteRanges(NONE, ...this.twins.map(([six]) => six));
    this.families = { 4: space.family(4), 6: space.family(6) };
    this.unsaid = space.unsaid(4);
  }

  /** Packets as they are sent: those from IPv6 to IPv4 addresses go to the addresses that stand for these. */
  sent(packets: PacketSet, mode: 'may' | 'must'): PacketSet {
    const { 4: four, 6: six } = this.families;
    const cross = restrict(packets, { source: six, destination: four });
    if (cross.length === 0) return packets;
    const same = [...restrict(packets, { source: four }), ...restrict(packets, { source: six, destination: six })];
    return [...same, ...cross.flatMap((box) => inFamily(box, 6, this.toSix(box.destination, mode)))];
  }

  /** Packets to those addresses as they go on: to the IPv4 addresses that they stand for, and the others as they are. */
  translated(packets: PacketSet, mode: 'may' | 'must'): PacketSet {
    return packets.flatMap((box) => {
      const own = intersectRanges(box.destination, this.block);
      if (own.length === 0) return [box];
      return inFamily({ ...box, destination: own }, 4, this.toFour(own, mode));
    });
  }

  /** Those from IPv6 to IPv4 addresses. */
  across(packets: PacketSet): PacketSet {
    return restrict(packets, { source: this.families[6], destination: this.families[4] });
  }

  private toSix(four: Ranges, mode: 'may' | 'must'): Ranges {
    if (mode === 'may' && intersectRanges(four, this.unsaid).length > 0) return this.block;
    return uniteRanges(
      NONE,
      ...this.twins.flatMap(([six, own]) => (intersectRanges(own, four).length > 0 ? [six] : [])),
    );
  }

  private toFour(six: Ranges, mode: 'may' | 'must'): Ranges {
    const own = this.twins.flatMap(([point, four]) => (intersectRanges(point, six).length > 0 ? [four] : []));
    return uniteRanges(NONE, ...own, ...(mode === 'may' ? [this.unsaid] : []));
  }
}

/** TCP and UDP as they are, and echo requests of the other family. Source: Amazon VPC user guide, NAT gateway basics. */
function inFamily(box: Box, family: 4 | 6, destination: Ranges): PacketSet {
  if (destination.length === 0) return [];
  const other = ECHO[family === 4 ? 6 : 4];
  const own = ECHO[family];
  const echo = restrict([box], { protocol: [other.protocol, other.protocol], port: [other.port, other.port] });
  return [
    ...restrict([box], { protocol: [PROTOCOL.tcp, PROTOCOL.tcp, PROTOCOL.udp, PROTOCOL.udp] }),
    ...echo.map((item): Box => ({ ...item, protocol: [own.protocol, own.protocol], port: [own.port, own.port] })),
  ].map((item) => ({ ...item, destination }));
}
