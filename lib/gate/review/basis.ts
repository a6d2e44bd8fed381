import type { Profile } from '../../profiles';
import type { Registers } from '../../config';
import type { RegisterHistory } from '../waivers';

/** By what a review is made: the same as the judgement. */
export interface ReviewBasis {
  readonly profile: Profile;
  /** Of the landing zone's config. @default none */
  readonly registers?: Registers;
  /** How the registers of waivers came to be what they are. @default what they hold now is all that is shown */
  readonly history?: RegisterHistory;
  /** Instant of the judgement. */
  readonly now: Date;
  /**
   * Text of a template by its path, for its digest and for excerpts; undefined where it cannot be read again.
   * @default neither is shown
   */
  readonly text?: (path: string) => string | undefined;
}
