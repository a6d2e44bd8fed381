import type { Evidence, Finding, RunError, SourceLocation, WitnessHop } from './finding';
import type { ReachabilityVerdict } from './reachability';
import type { ReachabilityChange } from './reachability-change';
import type { Movement, ResidencyPath } from './residency';
import type { BaselineCounts } from './result';
import type { Severity } from './severity';

/** A resource, and where it stands. */
export interface ChangedResource {
  readonly template: string;
  readonly logicalId: string;
  readonly resourceType: string;
  readonly constructPath?: string;
  /** Dotted path, for example `Properties.KeyPolicy`. */
  readonly property?: string;
  readonly location?: SourceLocation;
}

/** A way by which something can leave the jurisdiction in one state and not in the other. */
export interface LeavingChange extends ChangedResource {
  readonly kind: Movement;
  readonly destination: string;
  readonly severity: Severity;
  /** Whether a transfer of the register covers it; `new` ways of the earlier state are always `none`. */
  readonly status: ResidencyPath['status'];
  /** What it was in the earlier state, where the way is the same and only its cover changed. */
  readonly before?: ResidencyPath['status'];
  readonly transfer: string | null;
  readonly message: string;
  readonly witness: readonly WitnessHop[];
}

export const PERMISSION_KINDS = ['identity', 'trust', 'key', 'resource', 'guardrail'] as const;

/**
 * By what something is permitted: a policy of an identity, the trust policy of a role, the policy of a key or of another
 * resource, or what the guardrails of the organisation leave possible.
 */
export type PermissionKind = (typeof PERMISSION_KINDS)[number];

/** Something that somebody can do in one state and not in the other. */
export interface PermissionChange extends ChangedResource {
  readonly kind: PermissionKind;
  /** Who: a role, a service, an account, everybody. */
  readonly who: string;
  /** Actions as policies write them; `all but …` for NotAction. */
  readonly actions: readonly string[];
  /** On what; regions for guardrails. */
  readonly on: readonly string[];
  /** Conditions under which it holds. */
  readonly when: readonly string[];
  readonly before: ReachabilityVerdict;
  readonly after: ReachabilityVerdict;
  /** What shows it: the statement, or what could not be decided. */
  readonly why: string;
}

/** What becomes of a resource on deployment. */
export const FATES = ['replaced', 'perhaps replaced', 'interrupted', 'removed', 'orphaned'] as const;
export type Fate = (typeof FATES)[number];

/** A resource that holds data, keys or connections and that the change replaces, interrupts or removes. */
export interface ReplacementChange extends ChangedResource {
  readonly fate: Fate;
  /** The properties that force it, or why else. */
  readonly because: readonly string[];
}

/** Protection that the later state has and the earlier one had not. */
export interface Gain extends ChangedResource {
  /** Rule that its loss would break. */
  readonly rule: string;
  readonly evidence: Evidence;
}

/** Something that a template says of itself, and said otherwise: its marker, a flow, a transfer. */
export interface ClaimChange {
  readonly template: string;
  /** `marker classification`, `flow web-to-data`, `transfer archive-copy`. */
  readonly claim: string;
  /** Undefined where it was not there, or is no more. */
  readonly before?: unknown;
  readonly after?: unknown;
}

/** How many resources of a kind that costs money by the hour or the month there are. */
export interface CostChange {
  readonly kind: string;
  readonly resourceTypes: readonly string[];
  readonly before: number;
  readonly after: number;
}

/** What can leave the jurisdiction by a way of one state alone. */
export interface ResidencyChange {
  readonly opened: readonly LeavingChange[];
  readonly closed: readonly LeavingChange[];
}

/** Who can do what in one state alone. */
export interface PermissionsChange {
  readonly gained: readonly PermissionChange[];
  readonly lost: readonly PermissionChange[];
}

/** Numbers of what changed. */
export interface ChangeCounts extends BaselineCounts {
  readonly weakened: number;
  readonly strengthened: number;
  readonly claims: number;
  /** Traffic between zones, ways out of the jurisdiction and permissions that are new. */
  readonly opened: number;
  /** The same, gone. */
  readonly closed: number;
  readonly replaced: number;
}

/** What changed between two states in terms of security: what `lionrock diff` tells. */
export interface SecurityChange {
  readonly schemaVersion: '1';
  readonly before: string;
  readonly after: string;
  readonly summary: ChangeCounts;
  /** What the change takes away, where no other rule need fire. */
  readonly weakened: readonly Finding[];
  readonly strengthened: readonly Gain[];
  /** What templates claim otherwise than before; registers decide whether a claim counts. */
  readonly claims: readonly ClaimChange[];
  /** Other findings that the earlier state does not have. */
  readonly new: readonly Finding[];
  /** Findings of the earlier state that are no more. */
  readonly fixed: readonly Finding[];
  readonly reachability: ReachabilityChange;
  readonly residency: ResidencyChange;
  readonly permissions: PermissionsChange;
  readonly replacement: readonly ReplacementChange[];
  readonly cost: readonly CostChange[];
  /** What was not compared, a sentence each: a saved result says nothing of templates. */
  readonly notCompared: readonly string[];
  readonly errors: readonly RunError[];
}
