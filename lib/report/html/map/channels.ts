import type { Band, Box, Drawing, Line } from './drawing';

/** Lines of one kind from one box by the same side: they share a track until each turns off. */
export interface Trunk {
  readonly index: number;
  readonly from: Box;
  readonly kind: Line['kind'];
  /** The channel into which it leaves its box. */
  readonly exit: number;
  readonly lines: readonly Line[];
  /** Channels in which it needs a lane. */
  readonly channels: readonly number[];
}

/**
 * The spaces between bands, in which lines run from side to side, counted from the top. Between the edge, or the outside
 * where there is none, and the first row stands the transit gateway.
 */
export class Channels {
  /** That above the first row. */
  readonly first: number;
  readonly foot: number;
  readonly count: number;

  constructor(private readonly drawing: Drawing) {
    const { bands, review } = drawing;
    this.first = bands.edge.length > 0 || review.hubs.length > 0 ? 1 : 0;
    this.foot = this.first + bands.rows.length;
    this.count = this.foot + 1;
  }

  trunks(): readonly Trunk[] {
    const groups = new Map<string, Line[]>();
    for (const line of this.drawing.lines.filter((each) => !each.isInner)) {
      const key = `${line.from.index} ${line.kind} ${this.exit(line)}`;
      const known = groups.get(key);
      if (known) known.push(line);
      else groups.set(key, [line]);
    }
    return [...groups.values()].flatMap((lines, index): readonly Trunk[] => {
      const [line] = lines;
      if (!line) return [];
      const { from, kind } = line;
      const exit = this.exit(line);
      const channels = new Set([exit, ...lines.map((each) => this.entry(each))]);
      return [{ index, from, kind, exit, lines, channels: [...channels] }];
    });
  }

  /** The channel into which a line leaves its box. */
  exit({ from, to }: Pick<Line, 'from' | 'to'>): number {
    return this.beside(from.band, to.band);
  }

  /** The channel from which a line comes to its box. */
  entry({ from, to }: Pick<Line, 'from' | 'to'>): number {
    return this.beside(to.band, from.band);
  }

  private beside(own: Band, other: Band): number {
    switch (own.kind) {
      case 'top':
        return 0;
      case 'foot':
        return this.foot;
      case 'edge':
        return other.kind === 'top' ? 0 : 1;
      default:
        return this.isOpenAbove(own) && other.kind === 'top' ? 0 : this.first + own.row;
    }
  }

  /** Whether nothing stands between a row and the outside. */
  private isOpenAbove(band: Extract<Band, { readonly kind: 'row' }>): boolean {
    return band.row === 0 && this.drawing.bands.edge.length === 0;
  }
}
