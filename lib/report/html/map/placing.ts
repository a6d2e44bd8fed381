import { MEASURES as M } from './measures';
import type { Rect } from './network-map';
import type { Box, Drawing } from './drawing';
import type { Column } from './posture';
import type { Tracks } from './tracks';

/** Where everything stands. */
export interface Placing {
  readonly width: number;
  readonly height: number;
  readonly boxes: ReadonlyMap<Box, Rect>;
  readonly columns: ReadonlyMap<Column, Rect>;
  /** Top of the lanes of each channel. */
  readonly lanes: readonly number[];
  /** The transit gateway's bar. */
  readonly bar?: Rect;
  /** Organisation: everything but the outside. */
  readonly inside: Rect;
  /** Accounts at the edge that have several VPCs, or one of another name. */
  readonly edge?: Rect;
  readonly strips: readonly (Rect & { readonly title: string })[];
  /** Where lines run from channel to channel. */
  readonly riser: number;
  /** Where accounts without a network are listed. */
  readonly list: Rect;
}

/** Zones of more names than this stand one below the other, and not in common rows. */
const MOST_ALIGNED = 6;

/** Gives everything its place, from the top down. */
export class Placer {
  private readonly boxes = new Map<Box, Rect>();
  private readonly columns = new Map<Column, Rect>();
  private readonly lanes: number[] = [];
  private readonly strips: (Rect & { readonly title: string })[] = [];
  private readonly left: number;
  private readonly zoneWidth: number;
  private readonly width: number;
  private y: number = M.margin;

  constructor(
    private readonly drawing: Drawing,
    private readonly tracks: Tracks,
    /** Names of zones, the least trusted first. */
    private readonly order: readonly string[],
    private readonly titleOf: (column: Column) => string,
  ) {
    const hasStrips = drawing.bands.rows.length > 0;
    this.left = M.margin + (hasStrips ? M.left : 0) + tracks.risers.length * M.lane;
    const widest = drawing.bands.rows.reduce((most, row) => (row.length > most.length ? row : most), []);
    const room = M.width - this.left - M.margin - this.besides(widest);
    const most = Math.max(M.narrowest, Math.floor(room / Math.max(1, widest.length)));
    this.zoneWidth = Math.min(M.widest, most);
    this.width = Math.max(
      this.left + this.edgeWidth() + M.margin * 2,
      ...drawing.bands.rows.map((row) => this.left + this.besides(row) + row.length * this.zoneWidth + M.margin),
      this.left + this.outsideWidth() + M.margin,
    );
  }

  place(hasList: boolean): Placing {
    const { bands } = this.drawing;
    this.outside('top');
    this.channel(0, bands.edge.length > 0 ? 16 : 24);
    const top = this.y;
    this.y += M.title;
    const edge = bands.edge.length > 0 ? this.edgeBand() : undefined;
    const bar = this.drawing.review.hubs.length > 0 ? this.hub() : this.spread();
    for (const [row, columns] of bands.rows.entries()) {
      if (row > 0) this.channel(this.tracks.channels.first + row, 14);
      this.row(columns);
    }
    const list = {
      x: this.left,
      y: this.y + 8,
      width: this.width - this.left - M.margin * 2,
      height: hasList ? 44 : 0,
    };
    this.y = list.y + list.height + (hasList ? M.padding : 0);
    const inside = { x: M.margin, y: top, width: this.width - M.margin * 2, height: this.y - top };
    this.channel(this.tracks.channels.foot, bands.foot.length > 0 ? 16 : 0);
    this.outside('foot');
    const { boxes, columns, lanes, strips, width } = this;
    const riser = this.left - 6;
    const height = this.y + M.margin;
    return {
      width,
      height,
      boxes,
      columns,
      lanes,
      inside,
      strips,
      riser,
      list,
      ...(bar ? { bar } : {}),
      ...(edge ? { edge } : {}),
    };
  }

  /** Takes a channel's height. */
  private channel(channel: number, least: number): void {
    this.lanes[channel] = this.y + 10;
    const count = this.tracks.lanes[channel]?.length ?? 0;
    this.y += least + count * M.lane;
  }

  /** Where no transit gateway stands, lines still run above the first row. */
  private spread(): undefined {
    if (this.tracks.channels.first > 0) this.channel(1, 20);
  }

  private hub(): Rect {
    const x = M.margin * 2;
    this.y += 12;
    const top = this.y;
    this.y += M.bar - 8;
    this.channel(1, 14);
    const bar = { x, y: top, width: this.width - M.margin * 4, height: this.y - top };
    this.y += 26;
    return bar;
  }

  private outside(kind: 'top' | 'foot'): void {
    const boxes = this.drawing.boxes.filter(({ band }) => band.kind === kind);
    if (boxes.length === 0) return;
    const [first, ...others] = boxes;
    const small = Math.max(M.widest, 150);
    const room = this.width - this.left - M.margin * 2 - others.length * (small + M.gutter);
    const wide = kind === 'top' ? Math.max(small, room) : small;
    let x = this.left;
    for (const box of boxes) {
      const width = box === first ? wide : small;
      this.boxes.set(box, { x, y: this.y, width, height: M.outside });
      x += width + M.gutter;
    }
    this.y += M.outside;
  }

  private outsideWidth(): number {
    const count = (kind: 'top' | 'foot') => this.drawing.boxes.filter(({ band }) => band.kind === kind).length;
    return Math.max(count('top'), count('foot')) * (M.widest + M.gutter);
  }

  /** VPCs of ingress, egress and inspection, side by side, their zones too. */
  private edgeBand(): Rect {
    const { edge } = this.drawing.bands;
    const top = this.y;
    const innermost = Math.max(0, ...edge.map((column) => this.tracks.within(column).length));
    const start = this.left + Math.max(0, (this.width - M.margin - this.left - this.edgeWidth()) / 2);
    let x = start + M.padding;
    const boxTop = top + 22 + M.header + 20;
    const height = M.header + 20 + M.boxHeader + 8 + 22 + innermost * M.lane;
    for (const column of edge) {
      const begin = x;
      x += M.padding;
      for (const box of this.boxesOf(column)) {
        const width = this.edgeBoxWidth(box);
        this.boxes.set(box, { x, y: boxTop, width, height: M.boxHeader + 8 });
        x += width + M.gutter;
      }
      const width = Math.max(x - begin - M.gutter + M.padding, this.titleOf(column).length * M.large + 24);
      this.columns.set(column, { x: begin, y: top + 22, width, height });
      x = begin + width + M.gutter;
    }
    this.y = top + 22 + height + M.padding;
    return { x: start, y: top, width: x - start - M.gutter + M.padding, height: this.y - top };
  }

  private edgeWidth(): number {
    const { edge } = this.drawing.bands;
    const widths = edge.map((column) => {
      const zones = this.boxesOf(column).map((box) => this.edgeBoxWidth(box) + M.gutter);
      const own = zones.reduce((sum, width) => sum + width, M.padding * 2 - M.gutter);
      return Math.max(own, this.titleOf(column).length * M.large + 24) + M.gutter;
    });
    return edge.length === 0 ? 0 : widths.reduce((sum, width) => sum + width, M.padding * 2 - M.gutter);
  }

  private edgeBoxWidth(box: Box): number {
    const ports = Math.max(this.tracks.at(box, 'top').length, this.tracks.at(box, 'bottom').length);
    return Math.max(170, ports * M.port + 16);
  }

  /** What a row takes besides its zones. */
  private besides(row: readonly Column[]): number {
    return row.reduce<number>((sum, column) => sum + this.gutterOf(column) + this.frameOf(column), M.gutter);
  }

  private gutterOf(column: Column): number {
    return M.gutter + (this.tracks.in(column).length + this.tracks.out(column).length) * M.lane;
  }

  private frameOf(column: Column): number {
    const lanes = this.tracks.within(column).length;
    return M.padding * 2 + (lanes > 0 ? lanes * M.lane + 2 : 0);
  }

  private row(columns: readonly Column[]): void {
    const names = this.order.filter((name) => columns.some(({ zones }) => zones.some(({ local }) => local === name)));
    const isAligned = names.length <= MOST_ALIGNED;
    const common = this.heightsOf(names, columns);
    const top = this.y;
    let x: number = this.left;
    let lowest = top;
    for (const column of columns) {
      x += M.gutter + this.tracks.in(column).length * M.lane;
      const width = this.zoneWidth + this.frameOf(column);
      const own = column.zones.map(({ local }) => local);
      const bottom = this.stack(column, x + M.padding, isAligned ? common : this.heightsOf(own, [column]));
      lowest = Math.max(lowest, bottom);
      this.columns.set(column, { x, y: top, width, height: bottom - top });
      x += width + this.tracks.out(column).length * M.lane;
    }
    if (isAligned) this.stripsOf(common, top + M.header);
    this.y = lowest + 6;
  }

  /** Puts zones one below the other; gives the foot of their VPC. */
  private stack(column: Column, x: number, heights: ReadonlyMap<string, number>): number {
    let y = this.y + M.header;
    for (const [zone, height] of heights) {
      const box = this.boxesOf(column).find(({ title }) => title === zone);
      if (box) this.boxes.set(box, { x, y, width: this.zoneWidth, height });
      y += height + M.gap;
    }
    return y - M.gap + M.padding;
  }

  private stripsOf(heights: ReadonlyMap<string, number>, top: number): void {
    let y = top;
    for (const [title, height] of heights) {
      const x = M.margin + 6;
      this.strips.push({ title, x, y: y - 5, width: this.width - x * 2, height: height + 10 });
      y += height + M.gap;
    }
  }

  /** Zones from top to bottom, each as high as its fullest box. */
  private heightsOf(names: readonly string[], columns: readonly Column[]): ReadonlyMap<string, number> {
    return new Map(
      names.map((zone) => {
        const own = columns.flatMap((column) => this.boxesOf(column).filter(({ title }) => title === zone));
        const pins = own.map((box) =>
          Math.max(this.tracks.at(box, 'left').length, this.tracks.at(box, 'right').length),
        );
        return [zone, M.boxHeader + Math.max(0, ...pins) * M.pin + 4];
      }),
    );
  }

  /** In the order of their column. */
  private boxesOf(column: Column): readonly Box[] {
    return this.drawing.boxes.filter((box) => box.column === column);
  }
}
