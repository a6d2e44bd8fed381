import type { ReachabilityVerdict } from './reachability';

/** What guardrails leave possible in one state and not in the other, for somebody who may have every permission. */
export interface GuardrailChange {
  /** The root, units and accounts in which it is so. */
  readonly places: readonly string[];
  /** `everybody` for any role, user or root, or the pattern of a role that policies name. */
  readonly who: string;
  /** Sorted: `kms:CreateKey`. */
  readonly actions: readonly string[];
  readonly regions: readonly string[];
  /** Whether it is possible in the earlier state, and in the later one. */
  readonly before: ReachabilityVerdict;
  readonly after: ReachabilityVerdict;
  /** The statements that denied it, or that deny it now, of one of the actions. */
  readonly why: string;
}
