import type { ArrowKind, NetworkReview } from '../../../model';
import type { Bands } from './bands';
import type { Column } from './posture';

/** A box before it has its place. */
export interface Box {
  readonly index: number;
  readonly places: readonly number[];
  readonly title: string;
  /** Where it stands: outside at the top or foot, at the edge, or in a row of columns. */
  readonly band: Band;
  /** Undefined outside of VPCs. */
  readonly column?: Column;
}

export type Band = { readonly kind: 'top' | 'edge' | 'foot' } | { readonly kind: 'row'; readonly row: number };

/** A line before it has its corners. */
export interface Line {
  readonly from: Box;
  readonly to: Box;
  readonly kind: ArrowKind;
  readonly arrows: readonly number[];
  /** Within one VPC, or each of those that are drawn as one. */
  readonly isInner: boolean;
}

/** Boxes and lines of a picture, and what they show. */
export interface Drawing {
  readonly review: NetworkReview;
  readonly bands: Bands;
  readonly boxes: readonly Box[];
  readonly lines: readonly Line[];
}

export function drawingOf(review: NetworkReview, bands: Bands): Drawing {
  const boxes = boxesOf(review, bands);
  return { review, bands, boxes, lines: linesOf(review, boxes) };
}

function boxesOf({ places }: NetworkReview, { top, edge, rows, foot }: Bands): readonly Box[] {
  const boxes: Box[] = [];
  const add = (box: Omit<Box, 'index'>): void => void boxes.push({ ...box, index: boxes.length });
  const outside = (own: readonly number[], kind: 'top' | 'foot'): void => {
    for (const place of own) add({ places: [place], title: places[place]?.name ?? '', band: { kind } });
  };
  const column = (each: Column, band: Band): void => {
    for (const zone of each.zones) add({ places: zone.places, title: zone.local, band, column: each });
  };
  outside(top, 'top');
  for (const each of edge) column(each, { kind: 'edge' });
  for (const [row, columns] of rows.entries()) for (const each of columns) column(each, { kind: 'row', row });
  outside(foot, 'foot');
  return boxes;
}

/** What leaves to the internet and comes in again is drawn as its two halves. */
function linesOf({ arrows, places }: NetworkReview, boxes: readonly Box[]): readonly Line[] {
  const home = new Map(boxes.flatMap((box) => box.places.map((place) => [place, box] as const)));
  const lines = new Map<
    string,
    { readonly from: Box; readonly to: Box; kind: ArrowKind; arrows: number[]; isInner: boolean }
  >();
  for (const [index, { from, to, kind, overInternet }] of arrows.entries()) {
    const [source, target] = [home.get(from), home.get(to)];
    if (!source || !target || overInternet === true) continue;
    const isInner = places[from]?.vpc !== undefined && places[from].vpc === places[to]?.vpc;
    const key = `${source.index} ${target.index} ${kind} ${isInner}`;
    const known = lines.get(key);
    if (known) known.arrows.push(index);
    else lines.set(key, { from: source, to: target, kind, arrows: [index], isInner });
  }
  return [...lines.values()];
}
