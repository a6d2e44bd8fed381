import type { SourceLocation } from '../finding';
import type { ResidualAction } from '../guardrail-proof';
import type { ReachabilityProperty } from '../reachability';
import type { ResidencyPath, ResidencyTransfer } from '../residency';
import type { Transfer } from '../registers';

/** What can leave the jurisdiction, which transfer covers it, and what the guardrails of the organisation really deny. */
export interface ResidencyReview {
  /** Regions in which data may be kept. */
  readonly regions: readonly string[];
  readonly paths: readonly ReviewPath[];
  readonly transfers: readonly ReviewTransfer[];
  /** Undefined where the templates attach no service or resource control policy. */
  readonly guardrails?: GuardrailsReview;
}

export interface ReviewPath extends Omit<ResidencyPath, 'transfer' | 'location' | 'classification'> {
  readonly transfer?: string;
  readonly location?: SourceLocation;
  readonly classification?: string;
}

/** A transfer of the register with what became of it. */
export interface ReviewTransfer extends Omit<ResidencyTransfer, 'status'> {
  readonly status: ResidencyTransfer['status'];
  readonly register: Transfer;
}

export interface GuardrailsReview {
  readonly properties: readonly ReachabilityProperty[];
  /** Exempt actions that can still move data. */
  readonly residual: readonly ResidualAction[];
}
