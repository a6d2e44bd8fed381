import type { TrafficText, WitnessHop } from '../../../model';
import type { Origin } from '../network';

/** Traffic between two zones on which the network and the declared flows differ. */
export interface FlowGap {
  readonly from: string;
  readonly to: string;
  /** Whether flows can name both ends. */
  readonly canBeDeclared: boolean;
  /** A subnet of the zone that is reached; of the one that sends, where the other is outside. */
  readonly subnet: Origin | undefined;
  /** False: it depends on what no template says. */
  readonly sure: boolean;
  readonly traffic: readonly TrafficText[];
  /** Ids of the flows from the one zone to the other. */
  readonly declared: readonly string[];
  /** A way of what passes. */
  readonly witness: readonly WitnessHop[];
  /** What stops that which does not pass. */
  readonly blockedBy: readonly WitnessHop[];
  readonly unresolved: readonly string[];
}
