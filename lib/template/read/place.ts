import type { LineCounter } from 'yaml';

/** A value in a document, and the step from it to a child. */
export interface Place {
  /** Undefined when there is none. */
  child(key: string): Place | undefined;
  /** Offset of the key in its map, or of the item in its list. */
  readonly offset: number;
}

/** Where the values of a text stand. */
export interface Places {
  readonly root: Place;
  readonly lines: LineCounter;
}
