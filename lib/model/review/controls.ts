import type { Severity } from '../severity';

/** Every control of the catalogue, with what shows that it holds. */
export interface ControlsReview {
  readonly frameworks: readonly { readonly id: string; readonly name: string }[];
  readonly controls: readonly ReviewControl[];
  /** Resources on which some rule passes, template by template. */
  readonly resources: readonly EvidenceResource[];
}

/** Where a control is enforced: when templates are made, when they are deployed, by the organisation, while it runs. */
export const ENFORCEMENT_POINTS = ['synth', 'hook', 'organisation', 'runtime'] as const;
export type EnforcementPoint = (typeof ENFORCEMENT_POINTS)[number];

export interface ReviewControl {
  readonly id: string;
  readonly title: string;
  readonly statement: string;
  readonly area: string;
  readonly severity: Severity;
  readonly enforcement: 'preventive' | 'detective' | 'evidence';
  readonly sources: readonly ControlSource[];
  /** Whether it applies to the classifications and system tiers of what was judged. */
  readonly applies: boolean;
  /** Whether a rule gave an answer on it. */
  readonly evidenced: boolean;
  /** Why no template can show it. */
  readonly uncovered?: string;
  readonly note?: string;
  readonly points: readonly EnforcementPoint[];
  readonly rules: readonly ControlRule[];
}

/** Clauses of a framework, and how far they were checked. */
export interface ControlSource {
  readonly framework: string;
  readonly clauses: readonly string[];
  readonly status: string;
}

/** A rule that evidences a control, and on what it passes; what it finds stands with the findings. */
export interface ControlRule {
  readonly id: string;
  readonly message: string;
  /** Positions in `ControlsReview.resources`, ascending. */
  readonly passed: readonly number[];
}

export interface EvidenceResource {
  /** Position in `FindingsReview.templates`. */
  readonly template: number;
  /** Empty for the template as a whole. */
  readonly logicalId: string;
  readonly type: string;
}
