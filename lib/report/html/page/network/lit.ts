import type { MapLine } from '../../map';

/** What the pointer or the focus is on; the position of a box. */
export type Pointed = { readonly box: number } | { readonly line: MapLine } | undefined;

/** Boxes, by their positions, and lines that belong to what is pointed at or chosen. */
export interface Lit {
  readonly boxes: ReadonlySet<number>;
  readonly lines: ReadonlySet<MapLine>;
}
