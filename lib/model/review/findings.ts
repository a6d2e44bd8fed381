import type { Category } from '../category';
import type { BaselineState, FindingStatus, SourceLocation, WitnessHop } from '../finding';
import type { Severity } from '../severity';

/** What was found, with what all findings share told once. */
export interface FindingsReview {
  readonly rules: readonly ReviewRule[];
  readonly templates: readonly ReviewTemplate[];
  /** What needs mending or was waived, the gravest first; what passes stands with the controls. */
  readonly findings: readonly ReviewFinding[];
  /** Findings of the baseline that are no more. */
  readonly fixed: readonly ReviewFinding[];
}

/** What a rule says of everything that it finds. */
export interface ReviewRule {
  readonly id: string;
  /** Undefined for a rule of another engine that maps to no control of ours. */
  readonly control?: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly message: string;
  readonly remediation: string;
}

/** A template that was judged, and whose it is. */
export interface ReviewTemplate {
  readonly path: string;
  /** Account by its name in the landing zone, else its id; undefined where nothing says it. */
  readonly account?: string;
  readonly stack?: string;
  readonly region?: string;
  readonly resources: number;
  /** SHA-256 of its text. */
  readonly digest?: string;
}

export interface ReviewFinding {
  /** Fingerprint: the id of the findings document. */
  readonly id: string;
  readonly status: Exclude<FindingStatus, 'pass'>;
  /** Position in `rules`. */
  readonly rule: number;
  /** Position in `templates`. */
  readonly template: number;
  /** Empty for the template as a whole. */
  readonly logicalId: string;
  readonly resourceType: string;
  readonly constructPath?: string;
  readonly property?: string;
  readonly location?: SourceLocation;
  /** The CDK code that made the resource. */
  readonly source?: SourceLocation;
  /** As JSON, where it is no text. */
  readonly observed?: string;
  readonly expected?: string;
  readonly because?: string;
  readonly witness?: readonly WitnessHop[];
  /** Id of the waiver that covers it. */
  readonly waiver?: string;
  readonly state?: BaselineState;
  /** The lines of the template where it stands. */
  readonly excerpt?: Excerpt;
}

/** Some lines of a template, secrets masked. */
export interface Excerpt {
  /** Number of the first line, from 1. */
  readonly first: number;
  readonly lines: readonly string[];
}
