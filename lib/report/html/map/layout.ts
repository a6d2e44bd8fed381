import { ARROW_KINDS, type NetworkReview } from '../../../model';
import { bandsOf } from './bands';
import { Corners } from './corners';
import { drawingOf, type Drawing, type Line } from './drawing';
import { MEASURES as M } from './measures';
import type { MapBox, MapChip, MapFrame, MapLine, MapStub, NetworkMap, Point, Rect } from './network-map';
import { Placer, type Placing } from './placing';
import type { Column } from './posture';
import { Ranks } from './ranks';
import { Tracks, type Side } from './tracks';
import { contentsOf, cut, labelOf, subtitleOf, titleOf } from './words';

/** Draws a network: from the internet at the top, by the edge and the transit gateway, to the most trusted zones. */
export function layoutNetwork(review: NetworkReview): NetworkMap {
  const order = new Ranks(review).order(review.places.flatMap(({ kind, local }) => (kind === 'zone' ? [local] : [])));
  const drawing = drawingOf(review, sorted(bandsOf(review), order));
  const tracks = new Tracks(drawing);
  const without = review.accounts.flatMap(({ name }, index) =>
    name === '' || review.vpcs.some(({ account }) => account === index) ? [] : [index],
  );
  const hasList = without.length > 0 && review.accounts.length > 1;
  const title = (column: Column) => titleOf(review, column);
  const placing = new Placer(drawing, tracks, order, title).place(hasList);
  const corners = new Corners(tracks, placing);
  const lines = drawing.lines
    .map((line) => lineOf(review, line, corners.of(line), sideOf(tracks, line)))
    .toSorted((a, b) => ARROW_KINDS.indexOf(b.kind) - ARROW_KINDS.indexOf(a.kind));
  return rounded({
    width: placing.width,
    height: placing.height,
    frames: framesOf(drawing, placing, hasList ? without : []),
    bars: placing.bar ? [{ ...placing.bar, hubs: review.hubs.map((_, index) => index) }] : [],
    strips: placing.strips.map((strip) => {
      const trust = review.places.find(({ local, trust }) => local === strip.title && trust !== undefined)?.trust;
      return { ...strip, ...(trust === undefined ? {} : { trust }) };
    }),
    boxes: boxesOf(drawing, placing),
    chips: chipsOf(drawing, placing, lines),
    stubs: stubsOf(drawing, placing),
    lines,
  });
}

function sorted(bands: Drawing['bands'], order: readonly string[]): Drawing['bands'] {
  const one = (column: Column): Column => ({
    ...column,
    zones: column.zones.toSorted((a, b) => order.indexOf(a.local) - order.indexOf(b.local)),
  });
  return { ...bands, edge: bands.edge.map(one), rows: bands.rows.map((row) => row.map(one)) };
}

function framesOf(
  { review, bands }: Drawing,
  { inside, edge, columns, list }: Placing,
  without: readonly number[],
): readonly MapFrame[] {
  const { organization, landingZone, accounts, vpcs } = review;
  const names = [landingZone, organization].filter((text) => text !== undefined);
  const owners = [...new Set(bands.edge.flatMap((column) => column.vpcs.map((vpc) => vpcs[vpc]?.account ?? -1)))];
  const owner = accounts[owners[0] ?? -1];
  const isFramed = edge !== undefined && owners.length === 1 && owner !== undefined && owner.name !== '';
  return [
    { ...inside, kind: 'organization', title: names.join(' · '), vpcs: [] },
    ...(isFramed
      ? [
          {
            ...edge,
            kind: 'account' as const,
            title: owner.name,
            ...(owner.id === undefined ? {} : { subtitle: owner.id }),
            vpcs: [],
          },
        ]
      : []),
    ...(without.length > 0 ? [{ ...list, kind: 'account' as const, title: '', vpcs: [], accounts: without }] : []),
    ...[...columns].map(([column, rect]): MapFrame => {
      const title = cut(titleOf(review, column), rect.width - 16, M.large);
      const isTold = isFramed && bands.edge.includes(column);
      const subtitle = cut(subtitleOf(review, column, isTold), rect.width - 16);
      return { ...rect, kind: 'vpc', title, subtitle, vpcs: column.vpcs };
    }),
  ];
}

function boxesOf({ review, boxes }: Drawing, placing: Placing): readonly MapBox[] {
  return boxes.flatMap((box): readonly MapBox[] => {
    const rect = placing.boxes.get(box);
    if (!rect) return [];
    const subtitle = cut(contentsOf(review, box.places, rect.width - 14), rect.width - 14);
    const title = cut(box.title, rect.width - 14, M.large);
    return [{ ...rect, title, ...(subtitle === '' ? {} : { subtitle }), places: box.places }];
  });
}

/** Gateways on the upper edge of their VPC: that to the internet where lines pass it. */
function chipsOf({ review }: Drawing, { columns }: Placing, lines: readonly MapLine[]): readonly MapChip[] {
  return [...columns].flatMap(([{ vpcs }, frame]) => {
    const own = review.gateways.flatMap((gateway, index) =>
      gateway.vpcs.some((vpc) => vpc === vpcs[0]) ? [{ ...gateway, index }] : [],
    );
    const shown = own.filter(({ kind }, index) => own.findIndex((other) => other.kind === kind) === index);
    const passing = lines.flatMap(({ points }) => points.filter((_, index) => crosses(points, index, frame)))[0];
    return shown.map(({ kind, index }, position) => {
      const aside = frame.x + frame.width - 24 - position * 42;
      return { gateway: index, x: kind === 'internet' && passing ? passing.x : aside, y: frame.y };
    });
  });
}

/** Whether a line goes up or down through the upper edge of a frame, after a corner. */
function crosses(points: readonly Point[], index: number, { x, y, width }: Rect): boolean {
  const [start, end] = [points[index], points[index + 1]];
  if (!start || !end || start.x !== end.x || start.x < x || start.x > x + width) return false;
  return Math.min(start.y, end.y) < y && Math.max(start.y, end.y) > y;
}

/** Where VPCs beside the transit gateway are attached to it. */
function stubsOf({ review, bands }: Drawing, { columns, bar }: Placing): readonly MapStub[] {
  if (!bar) return [];
  const beside = [...bands.edge, ...(bands.rows[0] ?? [])];
  return [...columns].flatMap(([column, { x, y, height }]) => {
    const isAttached = review.hubs.some(({ attachments }) =>
      attachments.some(({ vpc }) => vpc !== undefined && column.vpcs.includes(vpc)),
    );
    if (!isAttached || !beside.includes(column)) return [];
    const isAbove = y < bar.y;
    return [{ x: x + 16, from: isAbove ? y + height : y, to: isAbove ? bar.y : bar.y + bar.height }];
  });
}

function sideOf(tracks: Tracks, line: Line): Side {
  const sides: readonly Side[] = ['left', 'right', 'top', 'bottom'];
  return sides.find((side) => tracks.at(line.to, side).includes(line)) ?? 'left';
}

function lineOf(review: NetworkReview, line: Line, points: readonly Point[], side: Side): MapLine {
  const { from, to, kind, arrows } = line;
  const inspected = worst(arrows.map((arrow) => review.arrows[arrow]?.inspected));
  return {
    from: from.index,
    to: to.index,
    kind,
    arrows,
    points,
    label: cut(
      labelOf(review, line),
      side === 'left' || side === 'right' ? 86 : side === 'top' && !line.isInner ? M.port : 96,
    ),
    labelAt: labelAt(points.at(-1) ?? { x: 0, y: 0 }, side === 'top' && line.isInner ? 'below' : side),
    ...(inspected ? { seal: { ...sealAt(points), inspected } } : {}),
  };
}

function labelAt({ x, y }: Point, side: Side | 'below'): MapLine['labelAt'] {
  switch (side) {
    case 'left':
      return { x: x + 9, y: y + 3.5, anchor: 'start' };
    case 'right':
      return { x: x - 5, y: y + 3.5, anchor: 'end' };
    case 'below':
      return { x: x + 6, y: y - 8, anchor: 'start' };
    case 'top':
      return { x: x - 6, y: y - 7, anchor: 'end' };
    default:
      return { x: x + 6, y: y + 14, anchor: 'start' };
  }
}

function worst(found: readonly ('yes' | 'no' | 'unknown' | undefined)[]): 'yes' | 'no' | 'unknown' | undefined {
  return (['no', 'unknown', 'yes'] as const).find((each) => found.includes(each));
}

/** Where the last way up or down begins. */
function sealAt(points: readonly Point[]): Point {
  const last = points.findLastIndex((point, index) => index > 0 && points[index - 1]?.x === point.x);
  const [start, end] = [points[last - 1], points[last]];
  if (!start || !end) return points[0] ?? { x: 0, y: 0 };
  const step = Math.min(16, Math.abs(end.y - start.y) / 2);
  return { x: start.x, y: start.y + Math.sign(end.y - start.y) * step };
}

/** Half pixels are enough, and keep the page small. */
function rounded<T>(value: T): T {
  return JSON.parse(
    JSON.stringify(value, (_, each: unknown) => (typeof each === 'number' ? Math.round(each * 2) / 2 : each)),
  ) as T;
}
