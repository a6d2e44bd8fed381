import type { Category, Severity } from '../model';

/** A clause of a framework, and how far it was checked. */
export interface FrameworkReference {
  /** `s17`, `g3`, `nist-800-53r5`, `iso-27001`, `cis-aws-v5`, `cis-aws-v7`. */
  readonly framework: string;
  readonly clauses: readonly string[];
  /** `verified`, or what kind of mapping it is (`mapping ours`). */
  readonly status: string;
}

/** 1 small, 2 considerable, 3 grave; docs/severity.md says when which. */
export type Grade = 1 | 2 | 3;

/** How severity was found: each axis of the rubric in docs/severity.md. */
export interface Rating {
  /** What is lost when the control fails. */
  readonly impact: Grade;
  /** From where the gap can be reached. */
  readonly exposure: Grade;
  /** How hard the loss is to undo. */
  readonly irreversibility: Grade;
}

/** An AWS managed rule of Config that evidences a control while an account runs (source: AWS Config, list of managed rules). */
export interface ConfigRuleReference {
  /** `S3_BUCKET_SSL_REQUESTS_ONLY`. */
  readonly identifier: string;
  /** Figures follow the control. @default - none */
  readonly parameters?: Readonly<Record<string, string>>;
}

/** A requirement with its mappings; no logic. */
export interface Control {
  /** Stable: `NET-04`. */
  readonly id: string;
  readonly title: string;
  /** What must hold, in one sentence. */
  readonly statement: string;
  readonly area: string;
  readonly category: Category;
  readonly rating: Rating;
  /** Follows from the rating. */
  readonly severity: Severity;
  readonly enforcement: 'preventive' | 'detective' | 'evidence';
  readonly classifications: readonly string[];
  /** Lowest system tier to which it applies. */
  readonly systemTier: 1 | 2 | 3;
  readonly frameworks: readonly FrameworkReference[];
  /** What AWS Config can check of it; the choice and the mapping are ours. */
  readonly configRules: readonly ConfigRuleReference[];
  readonly note?: string;
  /** Why no rule evidences it, in one sentence; a control has rules or a reason. */
  readonly uncovered?: string;
}
