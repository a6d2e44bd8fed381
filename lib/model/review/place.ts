import type { SourceLocation } from '../finding';

/** A resource of a template that a part of the review is about. */
export interface ReviewPlace {
  readonly template: string;
  readonly logicalId: string;
  readonly constructPath?: string;
  /** Account by its name in the landing zone, else its id. */
  readonly account?: string;
  readonly location?: SourceLocation;
}
