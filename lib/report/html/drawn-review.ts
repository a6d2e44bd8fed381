import type { Review } from '../../model';
import type { NetworkMap } from './map';

/** A review, and what is worked out for its page when that is made. */
export interface DrawnReview extends Review {
  /** The picture of each of its networks. */
  readonly maps: readonly NetworkMap[];
}
