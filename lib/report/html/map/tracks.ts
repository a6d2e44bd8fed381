import { ARROW_KINDS } from '../../../model';
import { Channels, type Trunk } from './channels';
import type { Box, Drawing, Line } from './drawing';
import type { Column } from './posture';

/** Where a line or a trunk meets a box. */
export type Side = 'left' | 'right' | 'top' | 'bottom';

/** Something that takes a place at a side of a box. */
export type Pin = Line | Trunk;

/** Who takes which lane in which space: counted, before anything has a size. */
export class Tracks {
  readonly channels: Channels;
  readonly trunks: readonly Trunk[];
  /** Lanes of each channel, from the top. */
  readonly lanes: readonly (readonly Trunk[])[];
  /** Trunks that go from channel to channel, in the margin. */
  readonly risers: readonly Trunk[];
  /** Trunks that come down beside a column, the one nearest to it first, and those that go up on its other side. */
  private readonly arriving = new Map<Column, readonly Trunk[]>();
  private readonly leaving = new Map<Column, readonly Trunk[]>();
  /** Lines within a VPC that pass by one of its zones. */
  private readonly aside = new Map<Column, Line[]>();
  private readonly pins = new Map<string, Pin[]>();

  constructor(private readonly drawing: Drawing) {
    this.channels = new Channels(drawing);
    this.trunks = this.channels.trunks();
    this.lanes = Array.from({ length: this.channels.count }, (_, channel) => this.lanesOf(channel));
    this.risers = this.trunks.filter(({ channels }) => channels.length > 1);
    for (const column of drawing.bands.rows.flat()) this.besides(column);
    for (const line of drawing.lines) if (line.isInner) this.inner(line);
    for (const trunk of this.trunks) this.meet(trunk);
  }

  in(column: Column): readonly Trunk[] {
    return this.arriving.get(column) ?? [];
  }

  out(column: Column): readonly Trunk[] {
    return this.leaving.get(column) ?? [];
  }

  /** Lines within a VPC that run beside its zones. */
  within(column: Column): readonly Line[] {
    return this.aside.get(column) ?? [];
  }

  at(box: Box, side: Side): readonly Pin[] {
    return this.pins.get(`${box.index} ${side}`) ?? [];
  }

  /** Whether two zones of a column have no other between them. */
  isAdjacent({ from, to }: Line): boolean {
    const zones = (from.column?.zones ?? []).map(({ local }) => local);
    return Math.abs(zones.indexOf(from.title) - zones.indexOf(to.title)) === 1;
  }

  /** Whether a line comes from above, within a VPC. */
  isDownward({ from, to }: Line): boolean {
    const zones = (from.column?.zones ?? []).map(({ local }) => local);
    return zones.indexOf(from.title) < zones.indexOf(to.title);
  }

  private lanesOf(channel: number): readonly Trunk[] {
    const own = this.trunks.filter(({ channels, ...trunk }) => channels.includes(channel) && !this.isStraight(trunk));
    return own.toSorted(
      (a, b) => ARROW_KINDS.indexOf(b.kind) - ARROW_KINDS.indexOf(a.kind) || a.from.index - b.from.index,
    );
  }

  /** Between the outside and the edge, lines go straight up and down. */
  isStraight({ lines }: Pick<Trunk, 'lines'>): boolean {
    return lines.every(({ from, to }) => isInternet(this.drawing, from, to) || isInternet(this.drawing, to, from));
  }

  /** Those that turn off highest are nearest, so that none crosses another. */
  private besides(column: Column): void {
    const zones = column.zones.map(({ local }) => local);
    const lowest = ({ lines }: Trunk): number =>
      Math.max(...lines.filter(({ to }) => to.column === column).map(({ to }) => zones.indexOf(to.title)));
    const arriving = this.trunks.filter(({ lines }) => lines.some(({ to }) => to.column === column));
    const leaving = this.trunks.filter(({ from }) => from.column === column);
    this.arriving.set(
      column,
      arriving.toSorted((a, b) => lowest(a) - lowest(b) || a.index - b.index),
    );
    this.leaving.set(
      column,
      leaving.toSorted((a, b) => zones.indexOf(a.from.title) - zones.indexOf(b.from.title) || a.index - b.index),
    );
  }

  private inner(line: Line): void {
    const { from, to } = line;
    const isEdge = from.band.kind === 'edge';
    if (!isEdge && this.isAdjacent(line)) {
      const down = this.isDownward(line);
      this.pin(from, down ? 'bottom' : 'top', line);
      this.pin(to, down ? 'top' : 'bottom', line);
      return;
    }
    if (from.column) this.aside.set(from.column, [...this.within(from.column), line]);
    for (const box of [from, to]) this.pin(box, isEdge ? 'bottom' : 'right', line);
  }

  private meet(trunk: Trunk): void {
    this.pin(trunk.from, this.sideOf(trunk.from, trunk.exit, 'right'), trunk);
    for (const line of trunk.lines) this.pin(line.to, this.sideOf(line.to, this.channels.entry(line), 'left'), line);
  }

  sideOf({ band }: Box, channel: number, inRow: 'left' | 'right'): Side {
    if (band.kind === 'row') return inRow;
    return band.kind === 'foot' || (band.kind === 'edge' && channel === 0) ? 'top' : 'bottom';
  }

  private pin(box: Box, side: Side, pin: Pin): void {
    const key = `${box.index} ${side}`;
    this.pins.set(key, [...(this.pins.get(key) ?? []), pin]);
  }
}

function isInternet({ review }: Drawing, outside: Box, other: Box): boolean {
  const [place] = outside.places;
  return outside.band.kind === 'top' && other.band.kind === 'edge' && review.places[place ?? -1]?.kind === 'internet';
}
