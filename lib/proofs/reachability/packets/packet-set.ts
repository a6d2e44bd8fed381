import { coversRanges, intersectRanges, NONE, sameRanges, subtractRanges, uniteRanges, type Ranges } from './ranges';

/**
 * Packets: every combination of what its sides hold. Addresses are points of an `AddressSpace`; protocols are IANA
 * numbers; for ICMP the destination port is the type and code (`type * 256 + code`).
 */
export interface Box {
  readonly source: Ranges;
  readonly destination: Ranges;
  readonly protocol: Ranges;
  readonly port: Ranges;
  readonly sourcePort: Ranges;
}

/** An exact union of boxes; they may overlap. Empty: no packet. */
export type PacketSet = readonly Box[];

export const NO_PACKETS: PacketSet = [];

const SIDES = ['source', 'destination', 'protocol', 'port', 'sourcePort'] as const;

/** Packets that both hold. */
export function intersect(a: PacketSet, b: PacketSet): PacketSet {
  const result: Box[] = [];
  for (const left of a) {
    for (const right of b) {
      const box = intersectBoxes(left, right);
      if (box) result.push(box);
    }
  }
  return result;
}

/** Packets of `set` whose sides lie within those given. */
export function restrict(set: PacketSet, sides: Partial<Box>): PacketSet {
  const result: Box[] = [];
  for (const box of set) {
    let narrowed: Box | undefined = box;
    for (const side of SIDES) {
      const limit: Ranges | undefined = sides[side];
      if (limit === undefined || narrowed === undefined) continue;
      const ranges = intersectRanges(narrowed[side], limit);
      narrowed = ranges.length === 0 ? undefined : withSide(narrowed, side, ranges);
    }
    if (narrowed) result.push(narrowed);
  }
  return result;
}

/** Packets of `a` that `b` does not hold. */
export function subtract(a: PacketSet, b: PacketSet): PacketSet {
  let rest = a;
  for (const cut of b) {
    if (rest.length === 0) return rest;
    rest = rest.flatMap((box) => subtractBox(box, cut));
  }
  return rest;
}

/** Packets that at least one holds. */
export function unite(...sets: readonly PacketSet[]): PacketSet {
  return compact(sets.length === 1 ? (sets[0] ?? NO_PACKETS) : sets.flat());
}

/** Most boxes that are compared with each other. */
const MOST_COMPARED = 12;

/** Joins boxes that differ in one side only, and drops those within another. */
function compact(set: PacketSet): PacketSet {
  if (set.length < 2) return set;
  let boxes = set;
  const numbers = new Numbers();
  for (const side of SIDES) {
    const groups = new Map<string, Box[]>();
    for (const box of boxes) {
      const key = keyWithout(box, side, numbers);
      const group = groups.get(key);
      if (group) group.push(box);
      else groups.set(key, [box]);
    }
    if (groups.size === boxes.length) continue;
    boxes = [...groups.values()].map((group) => joined(group, side));
  }
  return boxes.length > MOST_COMPARED ? boxes : withoutCovered(boxes);
}

/** The box with another side. Written out, as boxes are made by the million. */
function withSide(box: Box, side: (typeof SIDES)[number], ranges: Ranges): Box {
  if (box[side] === ranges) return box;
  return {
    source: side === 'source' ? ranges : box.source,
    destination: side === 'destination' ? ranges : box.destination,
    protocol: side === 'protocol' ? ranges : box.protocol,
    port: side === 'port' ? ranges : box.port,
    sourcePort: side === 'sourcePort' ? ranges : box.sourcePort,
  };
}

function joined(group: readonly Box[], side: (typeof SIDES)[number]): Box {
  const [first] = group;
  if (first === undefined || group.length === 1) return first as Box;
  return withSide(first, side, uniteRanges(...group.map((box) => box[side])));
}

function withoutCovered(boxes: PacketSet): PacketSet {
  return boxes.filter((box, index) =>
    boxes.every(
      (other, position) =>
        position === index ||
        !SIDES.every((side) => coversRanges(other[side], box[side])) ||
        (position > index && SIDES.every((side) => sameRanges(other[side], box[side]))),
    ),
  );
}

function keyWithout(box: Box, without: (typeof SIDES)[number], numbers: Numbers): string {
  let key = '';
  for (const side of SIDES) if (side !== without) key += `${numbers.of(box[side])}|`;
  return key;
}

/** Numbers of ranges: the same for equal ones. */
class Numbers {
  private readonly known = new Map<Ranges, number>();
  private readonly alike = new Map<number, Ranges[]>();

  of(ranges: Ranges): number {
    const known = this.known.get(ranges);
    if (known !== undefined) return known;
    const hash = hashOf(ranges);
    const alike = this.alike.get(hash) ?? [];
    const equal = alike.find((other) => sameRanges(other, ranges));
    const number = (equal && this.known.get(equal)) ?? this.known.size;
    this.known.set(ranges, number);
    if (!equal) this.alike.set(hash, [...alike, ranges]);
    return number;
  }
}

function hashOf(ranges: Ranges): number {
  let hash = ranges.length;
  for (const number of ranges) hash = (Math.imul(hash, 31) + number) | 0;
  return hash;
}

function intersectBoxes(a: Box, b: Box): Box | undefined {
  const protocol = intersectRanges(a.protocol, b.protocol);
  if (protocol.length === 0) return undefined;
  const destination = intersectRanges(a.destination, b.destination);
  if (destination.length === 0) return undefined;
  const port = intersectRanges(a.port, b.port);
  if (port.length === 0) return undefined;
  const source = intersectRanges(a.source, b.source);
  if (source.length === 0) return undefined;
  const sourcePort = intersectRanges(a.sourcePort, b.sourcePort);
  return sourcePort.length === 0 ? undefined : { source, destination, protocol, port, sourcePort };
}

function subtractBox(box: Box, cut: Box): PacketSet {
  if (!intersectBoxes(box, cut)) return [box];
  const result: Box[] = [];
  let rest = box;
  for (const side of SIDES) {
    const outside = subtractRanges(rest[side], cut[side]);
    if (outside.length === 0) continue;
    result.push(withSide(rest, side, outside));
    rest = withSide(rest, side, intersectRanges(rest[side], cut[side]));
  }
  return result;
}

/** Protocols and ports that both have, whatever the addresses; undefined: none. */
export function commonTraffic(
  a: Pick<Box, 'protocol' | 'port'>,
  b: Pick<Box, 'protocol' | 'port'>,
): Pick<Box, 'protocol' | 'port'> | undefined {
  const [protocol, port] = [intersectRanges(a.protocol, b.protocol), intersectRanges(a.port, b.port)];
  return protocol.length > 0 && port.length > 0 ? { protocol, port } : undefined;
}

/** All that the boxes hold on one side. */
export function sideOf(set: PacketSet, side: keyof Box): Ranges {
  return set.length === 0 ? NONE : uniteRanges(...set.map((box) => box[side]));
}
