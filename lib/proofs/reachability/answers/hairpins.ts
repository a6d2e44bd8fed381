import { throughBoth, whichever, type Mode } from '../engine';
import type { Network } from '../network';
import { intersectRanges, restrict, unite, type PacketSet, type Ranges } from '../packets';
import { addressesOf, type Zone } from './zones';

/** Packets between two zones, by the number of the one and the other. */
export type Pairs = ReadonlyMap<number, PacketSet>;

/** What passes between zones over the internet, worked out from what reaches it and what it reaches. */
export class Hairpins {
  private readonly internet: number;
  private readonly four: Ranges;
  private readonly legs = new Map<string, PacketSet>();

  constructor(
    { book }: Network,
    private readonly zones: readonly Zone[],
    private readonly may: Pairs,
    private readonly must: Pairs,
  ) {
    this.internet = zones.findIndex(({ name }) => name === 'internet');
    this.four = intersectRanges(book.internet, book.space.family(4));
  }

  /** @param index number of the pair: that of the one zone in rows of the other's */
  between(index: number, mode: Mode): PacketSet {
    const [from, to] = [Math.floor(index / this.zones.length), index % this.zones.length];
    if (this.internet < 0 || from === this.internet || to === this.internet) return [];
    if (this.zones[from]?.by === 'outside' || this.zones[to]?.by === 'outside') return [];
    const arriving = this.leg(this.internet, to, mode);
    if (arriving.length === 0) return arriving;
    const sent = this.leg(from, this.internet, mode);
    return unite(sent.flatMap((box) => arriving.flatMap((other) => throughBoth(box, other))));
  }

  /** What goes out of a zone to the internet, or comes in from it; what must whichever address the other side has. */
  private leg(from: number, to: number, mode: Mode): PacketSet {
    const key = `${from} ${to} ${mode}`;
    const known = this.legs.get(key);
    if (known) return known;
    const side = to === this.internet ? 'destination' : 'source';
    const pair = this[mode].get(from * this.zones.length + to) ?? [];
    const zone = this.zones[from];
    const own = zone?.by === 'outside' || !zone ? pair : restrict(pair, { source: addressesOf(zone) });
    const four = restrict(own, { [side]: this.four });
    const packets = mode === 'must' ? whichever(four, side, this.four) : four;
    this.legs.set(key, packets);
    return packets;
  }
}
