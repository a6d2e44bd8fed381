import type { ClaimRule } from '../../claims';
import type { Weaker } from '../scales';

/** For a kind of property, which way is weaker, and what a change that way is. */
export interface Direction {
  /** Matches the end of a property's path without positions: `VersioningConfiguration.Status`. */
  readonly property: RegExp;
  /** Resource types of which it is told; all when not set. */
  readonly types?: RegExp;
  readonly weaker: Weaker;
  readonly rule: ClaimRule;
}

/** Matches properties of these names, wherever they stand. */
export function named(...names: readonly string[]): RegExp {
  return new RegExp(`(?:^|\\.)(?:${names.join('|')})$`);
}
