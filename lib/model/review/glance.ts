import type { BaselineCounts, ResultSummary } from '../result';
import type { RunError, Verdict, Warning } from '../finding';
import type { Severity } from '../severity';

/** What is read first: the verdict, what to do, and what was judged by what. */
export interface GlanceReview {
  readonly verdict: Verdict;
  /** Why it is not pass, a sentence each. */
  readonly reasons: readonly string[];
  /** What is called so: the landing zone, else the paths that were judged. */
  readonly subject: string;
  /** Name of the landing zone; undefined for templates that belong to none. */
  readonly landingZone?: string;
  readonly profile: { readonly id: string; readonly title: string; readonly framework: string };
  /** `public`, `outsourced-private`, `in-house-private`; undefined where no config states it. */
  readonly deploymentModel?: string;
  /** Classifications that accounts hold, each with how many do, the highest last. */
  readonly classifications: readonly Count[];
  /** System tiers of accounts, each with how many have it. */
  readonly systemTiers: readonly Count[];
  /** Instant of the judgement, ISO 8601 in UTC. */
  readonly judgedAt: string;
  /** Where days begin and end: `Asia/Hong_Kong`. */
  readonly timeZone: string;
  readonly tool: { readonly version: string; readonly ruleSet: string };
  readonly inputs: InputsReview;
  readonly summary: ResultSummary;
  /** Against the accepted state; only where there is a baseline. */
  readonly baseline?: BaselineCounts;
  /** What fails and what is undecided, by family of controls; families with neither are left out. */
  readonly families: readonly FamilyCount[];
  readonly coverage: CoverageCount;
  readonly warnings: readonly Warning[];
  readonly errors: readonly RunError[];
}

export interface Count {
  readonly name: string;
  readonly count: number;
}

/** What was judged. */
export interface InputsReview {
  readonly templates: number;
  readonly resources: number;
  /** Rule evaluations that gave an answer. */
  readonly evaluations: number;
  /** SHA-256 over names and contents of the templates; undefined where one could not be read again. */
  readonly digest?: string;
}

/** Findings of one family of controls: `LOG`; `other` for rules of other engines without a control of ours. */
export interface FamilyCount {
  readonly family: string;
  readonly fail: Readonly<Record<Severity, number>>;
  readonly unknown: number;
  readonly waived: number;
}

export interface CoverageCount {
  /** Controls of the catalogue on which a rule gave an answer. */
  readonly evidenced: number;
  /** Controls that apply to what was judged. */
  readonly applicable: number;
}
