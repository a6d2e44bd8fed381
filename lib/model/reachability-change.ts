import type { WitnessHop } from './finding';
import type { ReachabilityVerdict, TrafficText } from './reachability';

/** Traffic from one zone to another that an earlier state and a later one treat differently. */
export interface TrafficChange {
  readonly from: string;
  readonly to: string;
  /** Whether it passes in the earlier state, and in the later one. */
  readonly before: ReachabilityVerdict;
  readonly after: ReachabilityVerdict;
  readonly traffic: readonly TrafficText[];
  /** Addresses outside that it comes from or goes to, where these are not all: `203.0.113.0/24`, `not 10.0.0.0/8`, first and last one. */
  readonly addresses: readonly string[];
  /** What it comes from and goes to, where that is not all of the zones. */
  readonly things: readonly string[];
  /** For what is opened one way, hop by hop, in the later state. */
  readonly witness: readonly WitnessHop[];
  /** For what is closed what stops it now. */
  readonly blockedBy: readonly WitnessHop[];
  /** For `unknown` what could not be resolved. */
  readonly unresolved: readonly string[];
}

/** What a change opens and closes between zones: an exact difference of traffic. */
export interface ReachabilityChange {
  readonly opened: readonly TrafficChange[];
  readonly closed: readonly TrafficChange[];
  /** Zones that only the later state has, and those that only the earlier one has. */
  readonly newZones: readonly string[];
  readonly goneZones: readonly string[];
}
