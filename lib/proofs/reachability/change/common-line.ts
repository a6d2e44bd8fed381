import type { Segment } from '../addresses';
import type { Network } from '../network';
import { intersectRanges, NONE, pairsOf, uniteRanges, type PacketSet, type Ranges } from '../packets';
import type { Identities } from './identities';

/** A network, and how its things are told in the other one. */
export interface Reading {
  readonly network: Network;
  readonly identities: Identities;
}

/** Addresses between two cuts of either network. */
export interface Piece {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

/**
 * One line of points for two networks, on which their packets can be compared. What stands somewhere has one point, by its
 * name and whatever its addresses: a network that is numbered anew is the same network. Everything else goes by address.
 */
export class CommonLine {
  private readonly pieces: readonly Piece[];
  private readonly keys = new Map<string, number>();
  readonly before: Side;
  readonly after: Side;
  /** Points of what only one of the networks has. */
  readonly unmatched: Ranges;
  readonly all: Ranges;

  constructor(before: Reading, after: Reading) {
    const cuts = [before, after].map(({ network }) =>
      network.book.space.segments().filter(({ isUnsaid }) => !isUnsaid),
    );
    this.pieces = piecesOf(cuts.flat());
    const point = (key: string): number => {
      const known = this.keys.get(key) ?? this.pieces.length + this.keys.size;
      this.keys.set(key, known);
      return known;
    };
    this.before = new Side(before, this.pieces, point);
    this.after = new Side(after, this.pieces, point);
    const [was, is] = [this.before.standing, this.after.standing];
    const single = [...was].filter((each) => !is.has(each)).concat([...is].filter((each) => !was.has(each)));
    this.unmatched = uniteRanges(NONE, ...single.toSorted((a, b) => a - b).map((each): Ranges => [each, each]));
    this.all = [0, this.pieces.length + this.keys.size - 1];
    for (const side of [this.before, this.after]) side.close(this.all);
  }

  /** All addresses of a family. */
  family(family: 4 | 6): Ranges {
    const low = this.pieces.findIndex((piece) => piece.family === family);
    return low < 0 ? NONE : [low, this.pieces.findLastIndex((piece) => piece.family === family)];
  }

  /** Addresses of points, as first and last ones. */
  addresses(points: Ranges): readonly Piece[] {
    const found: Piece[] = [];
    for (const [low, high] of pairsOf(intersectRanges(points, [0, this.pieces.length - 1]))) {
      for (const piece of this.pieces.slice(low, high + 1)) {
        const last = found.at(-1);
        if (last && last.family === piece.family && last.last + 1n === piece.first) {
          found.splice(-1, 1, { ...last, last: piece.last });
        } else found.push(piece);
      }
    }
    return found;
  }
}

/** One of the two networks: its packets as those of the common line, and back. */
export class Side {
  /** Points of what stands in it. */
  readonly standing = new Set<number>();
  private readonly own: (Ranges | undefined)[] = [];
  private readonly known = new Map<Ranges, Ranges>();
  private whole: Ranges = NONE;

  constructor({ network, identities }: Reading, pieces: readonly Piece[], point: (key: string) => number) {
    const places = [
      ...network.places,
      ...[...network.nats.values(), ...network.passages.values()].map(({ place }) => place),
    ];
    for (const place of places) {
      const number = point(identities.ofPlace(place));
      this.standing.add(number);
      for (const [low, high] of pairsOf(place.points)) {
        for (let own = low; own <= high; own += 1) this.own[own] = [number, number];
      }
    }
    const sources = new Map(
      [...network.book.unsaidSources].map(([source, { block }]) => [`${block.family} ${block.first}`, source]),
    );
    for (const segment of network.book.space.segments()) {
      const source = segment.isUnsaid ? (sources.get(`${segment.family} ${segment.first}`) ?? 'rest') : undefined;
      this.own[segment.start] ??=
        source === undefined
          ? spanOf(segment, pieces)
          : rangeOf(point(`unsaid ${segment.family} ${identities.ofSource(source)}`));
    }
    this.whole = network.book.space.all;
  }

  /** Every address stands for everything, also for what only the other network has. */
  close(all: Ranges): void {
    this.known.set(this.whole, all);
  }

  /** Packets as those of the common line. */
  told(packets: PacketSet): PacketSet {
    return packets.map((box) => ({ ...box, source: this.to(box.source), destination: this.to(box.destination) }));
  }

  /** Points of this network for those of the common line. */
  back(points: Ranges): Ranges {
    return uniteRanges(
      NONE,
      ...this.own.flatMap((common, own): Ranges[] =>
        common && intersectRanges(common, points).length > 0 ? [[own, own]] : [],
      ),
    );
  }

  to(points: Ranges): Ranges {
    const known = this.known.get(points) ?? (isSame(points, this.whole) ? this.known.get(this.whole) : undefined);
    if (known) return known;
    const found: Ranges[] = [];
    for (const [low, high] of pairsOf(points)) {
      for (let own = low; own <= high; own += 1) found.push(this.own[own] ?? NONE);
    }
    const made = uniteRanges(NONE, ...found);
    this.known.set(points, made);
    return made;
  }
}

function isSame(a: Ranges, b: Ranges): boolean {
  return a.length === b.length && a[0] === b[0] && a[1] === b[1];
}

function rangeOf(point: number): Ranges {
  return [point, point];
}

function piecesOf(segments: readonly Segment[]): readonly Piece[] {
  return ([4, 6] as const).flatMap((family) => {
    const own = segments.filter((segment) => segment.family === family);
    const starts = [...new Set(own.map(({ first }) => first))].toSorted((a, b) => (a < b ? -1 : 1));
    const end = own.reduce((most, { last }) => (last > most ? last : most), 0n);
    return starts.map((first, index) => ({ family, first, last: (starts[index + 1] ?? end + 1n) - 1n }));
  });
}

/** The pieces that a segment is made of: they follow one another. */
function spanOf({ family, first, last }: Segment, pieces: readonly Piece[]): Ranges {
  const inside = (piece: Piece): boolean => piece.family === family && piece.first >= first && piece.last <= last;
  const low = pieces.findIndex(inside);
  const high = pieces.findLastIndex(inside);
  return low < 0 ? NONE : [low, high];
}
