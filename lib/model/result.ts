import type { Finding, RunError, Verdict, Warning } from './finding';
import type { JudgedWaiver } from './waiver';

/** One template that was judged. */
export interface ResultInput {
  readonly path: string;
  /** Resources in it. */
  readonly resources: number;
}

/** How many findings have each status; `pass` counts also those that are not listed. */
export interface ResultSummary {
  readonly fail: number;
  readonly unknown: number;
  readonly waived: number;
  readonly pass: number;
}

/** How the findings that need mending compare with the baseline's. */
export interface BaselineCounts {
  /** Found now, and not in the baseline. */
  readonly new: number;
  /** In the baseline, and found no more. */
  readonly fixed: number;
  readonly unchanged: number;
}

/** The findings document: the contract of `--format json`. */
export interface Result {
  readonly schemaVersion: '1';
  readonly verdict: Verdict;
  readonly tool: {
    readonly name: 'lionrock';
    readonly version: string;
    /** Version of the rules that judged: two results with the same one were judged by the same rules. */
    readonly ruleSet: string;
  };
  /** Id of the profile whose rules applied. */
  readonly profile: string;
  readonly inputs: readonly ResultInput[];
  readonly summary: ResultSummary;
  /** Only where there is a baseline. */
  readonly baseline?: BaselineCounts;
  readonly findings: readonly Finding[];
  /** The register of waivers as it was judged, by id; undefined when none was given. */
  readonly waivers?: readonly JudgedWaiver[];
  readonly warnings: readonly Warning[];
  readonly errors: readonly RunError[];
}

/** A rule that was not applied, and why. */
export interface NotApplicable {
  readonly rule: string;
  readonly control: string;
  readonly template: string;
  /** Empty for the template as a whole. */
  readonly logicalId: string;
  readonly because: string;
}

/** The outcome of a run of the gate: the document, and what a summary for people adds to it. */
export interface GateResult extends Result {
  /** Findings of the baseline that are no more; only where there is a baseline. */
  readonly fixed?: readonly Finding[];
  /** What was left to others to judge; only where a part of an estate was judged. */
  readonly notApplicable?: readonly NotApplicable[];
  /** Why the verdict is not pass, a sentence each; empty when it is. */
  readonly reasons: readonly string[];
  /** Rule evaluations that gave an answer: pass, fail or unknown. */
  readonly evaluated: number;
  /** Ids of the controls on which at least one evaluated rule gave an answer, sorted. */
  readonly controls: readonly string[];
}
