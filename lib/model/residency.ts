import type { SourceLocation, WitnessHop } from './finding';
import type { Severity } from './severity';

/** What can move across the boundary. */
export const MOVEMENTS = ['data', 'keys', 'metadata', 'traffic'] as const;
export type Movement = (typeof MOVEMENTS)[number];

/** A way by which something can leave the jurisdiction. */
export interface ResidencyPath {
  readonly type: string;
  /** Empty for a stack as a whole. */
  readonly logicalId: string;
  /** `Properties.ReplicationConfiguration.Rules.0.Destination.Bucket`. */
  readonly property: string;
  readonly kind: Movement;
  /** A region, a host, an account, or words such as `edge locations` and `the internet`; `unknown` where nothing tells. */
  readonly destination: string;
  readonly severity: Severity;
  /** `pass` where a live transfer covers it, `unknown` where something could not be resolved. */
  readonly status: 'fail' | 'unknown' | 'pass';
  /** Id of the transfer that covers it, or that the template claims for it; null when there is none. */
  readonly transfer: string | null;
  readonly witness: readonly WitnessHop[];
  readonly template: string;
  readonly location: SourceLocation | undefined;
  /** Highest classification of what the resource holds, as far as its tags or the template’s marker say. */
  readonly classification: string | undefined;
  /** What happens, and what could not be resolved or why no transfer covers it. */
  readonly message: string;
}

/** Something that is wrong with a transfer of the register. */
export interface TransferProblem {
  readonly kind: 'expired' | 'review overdue' | 'unused';
  readonly message: string;
}

/** A transfer of the register, and what became of it. */
export interface ResidencyTransfer {
  readonly id: string;
  readonly status: 'live' | 'not begun' | 'expired';
  /** How many paths it covers. */
  readonly paths: number;
  /** What is wrong with it. */
  readonly problems: readonly TransferProblem[];
}

/** What can leave the jurisdiction, and what the register says of it. */
export interface ResidencyProof {
  readonly paths: readonly ResidencyPath[];
  /** Empty where nobody gave a register. */
  readonly transfers: readonly ResidencyTransfer[];
}
