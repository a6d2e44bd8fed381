import type { EngineFinding, NotApplicable, RunError, Warning } from '../model';
import { draftOf, type Judged } from './draft';
import type { Draft } from './fingerprint';
import { foreignDraft } from './foreign';
import { maskText } from '../rules/evidence';
import type { Rollout } from './rollout';

/** What became of one unit. */
export interface UnitJudgement {
  readonly drafts: readonly Draft[];
  readonly warnings: readonly Warning[];
  readonly errors: readonly RunError[];
  /** What a part of an estate does not show. */
  readonly notApplicable: readonly NotApplicable[];
  /** Evaluations that gave an answer: pass, fail or unknown. */
  readonly evaluated: number;
  readonly passed: number;
  /** Controls on which a rule gave an answer. */
  readonly controls: ReadonlySet<string>;
}

/** Collects the results of one unit; what passes is only counted unless it is to be listed. */
export class Tally implements UnitJudgement {
  readonly drafts: Draft[] = [];
  readonly warnings: Warning[] = [];
  readonly errors: RunError[] = [];
  readonly notApplicable: NotApplicable[] = [];
  readonly controls = new Set<string>();
  evaluated = 0;
  passed = 0;

  constructor(
    private readonly includePassed: boolean,
    private readonly rollout: Rollout,
  ) {}

  /** Whether a result is only counted: most are, and nothing is made of them. */
  onlyCounts({ status }: Judged['result']): boolean {
    return status === 'pass' && !this.includePassed;
  }

  /** Counts a result that passes and is not to be listed. */
  pass(control: string): void {
    this.evaluated += 1;
    this.passed += 1;
    this.controls.add(control);
  }

  add(judged: Judged): void {
    this.evaluated += 1;
    this.controls.add(judged.control.id);
    const warning = this.rollout.warningOf(judged);
    if (warning) {
      this.warnings.push({ ...warning, message: maskText(warning.message) });
      return;
    }
    if (judged.result.status === 'pass') this.passed += 1;
    if (!this.onlyCounts(judged.result)) this.drafts.push(draftOf(judged));
  }

  /** Notes what others judge. */
  leaveOut(left: NotApplicable): void {
    this.notApplicable.push(left);
  }

  /** Adds what an injected engine reports. */
  addForeign(findings: readonly EngineFinding[], evaluated: number): void {
    this.evaluated += evaluated;
    for (const finding of findings) {
      if (finding.control !== null) this.controls.add(finding.control);
      if (finding.status === 'pass') this.passed += 1;
      if (finding.status !== 'pass' || this.includePassed) this.drafts.push(foreignDraft(finding));
    }
  }

  error(error: RunError): void {
    this.errors.push({ ...error, message: maskText(error.message) });
  }
}
