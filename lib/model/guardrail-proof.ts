import type { ReachabilityProperty } from './reachability';

/** Something that the guardrails of an organisation ensure, or not: a sentence for each thing that shows that they do not. */
export type GuardrailProperty = ReachabilityProperty;

/** An action that guardrails exempt from the deny of regions and that can still move data. */
export interface ResidualAction {
  /** `kms:CreateKey`. */
  readonly action: string;
  /** Regions in which it is possible. */
  readonly regions: readonly string[];
  /** How it moves data, and why nothing denies it. */
  readonly why: string;
}

/** What the service and resource control policies of an organisation really deny. */
export interface GuardrailProof {
  readonly properties: readonly GuardrailProperty[];
  readonly residual: readonly ResidualAction[];
}
