import type { Category } from './category';
import type { Severity } from './severity';

/** Outcome of one rule or proof on one resource. `not-applicable` results are never listed. */
export type FindingStatus = 'fail' | 'unknown' | 'waived' | 'pass';

export interface SourceLocation {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
}

export interface Evidence {
  readonly observed?: unknown;
  readonly expected?: unknown;
  /** Why: for unknown, what could not be resolved. */
  readonly because?: string;
}

/** One step of a proof's witness: the design's JSON contract. */
export interface WitnessHop {
  readonly hop: string;
  readonly template: string;
  readonly logicalId: string;
  readonly why: string;
}

/** How a finding stands to the accepted state that it is compared with. */
export type BaselineState = 'new' | 'unchanged';

/** One result of a rule or proof on one resource: the element of `findings` in `--format json`. */
export interface Finding {
  /** Fingerprint: survives renamed files, moved lines, changed construct hashes. */
  readonly id: string;
  readonly status: FindingStatus;
  readonly rule: string;
  /** Null for a third-party engine's rule that maps to none of our controls. */
  readonly control: string | null;
  readonly category: Category;
  readonly severity: Severity;
  readonly message: string;
  readonly remediation: string;
  readonly template: string;
  readonly logicalId: string;
  readonly resourceType: string;
  readonly constructPath?: string;
  /** Dotted path, e.g. `Properties.BucketEncryption`. */
  readonly property?: string;
  readonly location?: SourceLocation;
  /** The CDK code that made the resource, where the assembly says and the working directory holds it. */
  readonly source?: SourceLocation;
  readonly evidence?: Evidence;
  readonly witness?: readonly WitnessHop[];
  readonly waiver?: string;
  readonly frameworks?: Readonly<Record<string, readonly string[]>>;
  /** Whether the baseline has it too; only where there is a baseline, and not on what passes. */
  readonly baselineState?: BaselineState;
}

/** Something worth a person's attention that does not change the verdict. */
export interface Warning {
  readonly kind: string;
  readonly message: string;
  readonly subject: string;
}

/** A file that could not be read or evaluated; with any of these the verdict is not pass. */
export interface RunError {
  readonly kind: string;
  readonly path: string;
  readonly message: string;
  readonly line?: number;
}

export type Verdict = 'pass' | 'fail' | 'unknown';
