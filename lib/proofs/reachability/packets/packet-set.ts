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
      narrowed =
        ranges.length === 0 ? undefined : ranges === narrowed[side] ? narrowed : { ...narrowed, [side]: ranges };
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
  for (const side of SIDES) {
    const groups = new Map<string, Box[]>();
    for (const box of boxes) {
      const key = keyWithout(box, side);
      const group = groups.get(key);
      if (group) group.push(box);
      else groups.set(key, [box]);
    }
    if (groups.size === boxes.length) continue;
    boxes = [...groups.values()].map((group) => joined(group, side));
  }
  return boxes.length > MOST_COMPARED ? boxes : withoutCovered(boxes);
}

function joined(group: readonly Box[], side: (typeof SIDES)[number]): Box {
  const [first] = group;
  if (first === undefined || group.length === 1) return first as Box;
  return { ...first, [side]: uniteRanges(...group.map((box) => box[side])) };
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

function keyWithout(box: Box, without: (typeof SIDES)[number]): string {
  let key = '';
  for (const side of SIDES) if (side !== without) key += `${numberOf(box[side])}|`;
  return key;
}

/** Numbers of ranges: the same for equal ones. */
const NUMBERS = new WeakMap<Ranges, number>();
const BY_TEXT = new Map<string, number>();

/** Texts that are remembered; more start again, which costs joining boxes and nothing else. */
const MAX_TEXTS = 100_000;

function numberOf(ranges: Ranges): number {
  const known = NUMBERS.get(ranges);
  if (known !== undefined) return known;
  const text = ranges.join();
  const number = BY_TEXT.get(text) ?? nextNumber++;
  if (BY_TEXT.size > MAX_TEXTS) BY_TEXT.clear();
  BY_TEXT.set(text, number);
  NUMBERS.set(ranges, number);
  return number;
}

let nextNumber = 0;

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
    if (outside.length > 0) result.push({ ...rest, [side]: outside });
    rest = { ...rest, [side]: outside.length === 0 ? rest[side] : intersectRanges(rest[side], cut[side]) };
  }
  return result;
}

/** All that the boxes hold on one side. */
export function sideOf(set: PacketSet, side: keyof Box): Ranges {
  return set.length === 0 ? NONE : uniteRanges(...set.map((box) => box[side]));
}
