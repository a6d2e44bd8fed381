import type { Trunk } from './channels';
import type { Box, Line } from './drawing';
import { MEASURES as M } from './measures';
import type { Point, Rect } from './network-map';
import type { Placing } from './placing';
import type { Pin, Side, Tracks } from './tracks';

/** Finds the corners of lines. */
export class Corners {
  constructor(
    private readonly tracks: Tracks,
    private readonly placing: Placing,
  ) {}

  of(line: Line): readonly Point[] {
    if (line.isInner) return this.inner(line);
    const trunk = this.tracks.trunks.find(({ lines }) => lines.includes(line));
    return trunk ? this.outer(line, trunk) : [];
  }

  private outer(line: Line, trunk: Trunk): readonly Point[] {
    if (this.tracks.isStraight({ lines: [line] })) return this.straight(line, trunk);
    const entry = this.tracks.channels.entry(line);
    const exitLane = this.laneOf(trunk, trunk.exit);
    const entryLane = this.laneOf(trunk, entry);
    const [leaving, arriving] = [this.leaving(line.from, trunk), this.arriving(line, trunk, entry)];
    const [first, last] = [leaving.at(-1), arriving[0]];
    if (!first || !last) return [];
    const riser = this.placing.riser - this.tracks.risers.indexOf(trunk) * M.lane;
    const across =
      trunk.exit === entry
        ? [
            { x: first.x, y: exitLane },
            { x: last.x, y: exitLane },
          ]
        : [
            { x: first.x, y: exitLane },
            { x: riser, y: exitLane },
            { x: riser, y: entryLane },
            { x: last.x, y: entryLane },
          ];
    return [...leaving, ...across, ...arriving];
  }

  private straight(line: Line, trunk: Trunk): readonly Point[] {
    const [from, to] = [this.rect(line.from), this.rect(line.to)];
    const isDown = from.y < to.y;
    const { x } = isDown ? this.port(line.to, 'top', line) : this.port(line.from, 'top', trunk);
    return isDown
      ? [
          { x, y: from.y + from.height },
          { x, y: to.y },
        ]
      : [
          { x, y: from.y },
          { x, y: to.y + to.height },
        ];
  }

  /** From the box to where a trunk meets its lane. */
  private leaving(box: Box, trunk: Trunk): readonly Point[] {
    const side = this.tracks.sideOf(box, trunk.exit, 'right');
    const start = this.port(box, side, trunk);
    if (side !== 'right' || !box.column) return [start];
    const frame = this.frame(box);
    const x = frame.x + frame.width + M.gutter / 2 + this.tracks.out(box.column).indexOf(trunk) * M.lane;
    return [start, { x, y: start.y }];
  }

  /** From below the lane to the box. */
  private arriving(line: Line, trunk: Trunk, entry: number): readonly Point[] {
    const { to } = line;
    const side = this.tracks.sideOf(to, entry, 'left');
    const end = this.port(to, side, line);
    if (side !== 'left' || !to.column) return [end];
    const x = this.frame(to).x - M.gutter / 2 - this.tracks.in(to.column).indexOf(trunk) * M.lane;
    return [{ x, y: end.y }, end];
  }

  private inner(line: Line): readonly Point[] {
    const { from, to } = line;
    if (from.band.kind === 'edge') return this.below(line);
    if (this.tracks.isAdjacent(line)) {
      const down = this.tracks.isDownward(line);
      return [this.port(from, down ? 'bottom' : 'top', line), this.port(to, down ? 'top' : 'bottom', line)];
    }
    const [start, end] = [this.port(from, 'right', line), this.port(to, 'right', line)];
    const lane = from.column ? this.tracks.within(from.column).indexOf(line) : 0;
    const box = this.rect(from);
    const x = box.x + box.width + 9 + lane * M.lane;
    return [start, { x, y: start.y }, { x, y: end.y }, end];
  }

  /** Between zones that stand side by side. */
  private below(line: Line): readonly Point[] {
    const [start, end] = [this.port(line.from, 'bottom', line), this.port(line.to, 'bottom', line)];
    const lane = line.from.column ? this.tracks.within(line.from.column).indexOf(line) : 0;
    const y = start.y + 20 + lane * M.lane;
    return [start, { x: start.x, y }, { x: end.x, y }, end];
  }

  /** Where something meets a box. */
  private port(box: Box, side: Side, pin: Pin): Point {
    const { x, y, width, height } = this.rect(box);
    const pins = this.tracks.at(box, side);
    const index = pins.indexOf(pin);
    if (side === 'left' || side === 'right') {
      return { x: side === 'left' ? x : x + width, y: y + M.boxHeader + (index + 0.5) * M.pin };
    }
    const between = Math.min(M.port, (width - 20) / pins.length);
    // Names of VPCs stand above the zones at the edge, from the left: lines keep to the right.
    if (side === 'top' && box.band.kind === 'edge') return { x: x + width - 20 - index * between, y };
    const offset = (index - (pins.length - 1) / 2) * between;
    return { x: x + width / 2 + offset, y: side === 'top' ? y : y + height };
  }

  private laneOf(trunk: Trunk, channel: number): number {
    const lane = this.tracks.lanes[channel]?.indexOf(trunk) ?? 0;
    return (this.placing.lanes[channel] ?? 0) + Math.max(0, lane) * M.lane;
  }

  private rect(box: Box): Rect {
    return this.placing.boxes.get(box) ?? NOWHERE;
  }

  private frame({ column }: Box): Rect {
    return (column && this.placing.columns.get(column)) ?? NOWHERE;
  }
}

const NOWHERE: Rect = { x: 0, y: 0, width: 0, height: 0 };
