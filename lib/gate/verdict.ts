import { atLeast, type Finding, type ResultSummary, type RunError, type Verdict } from '../model';
import type { FailOn } from './fail-on';

export interface VerdictInput {
  readonly findings: readonly Finding[];
  readonly summary: ResultSummary;
  readonly errors: readonly RunError[];
  readonly evaluated: number;
  readonly failOn: FailOn;
  readonly maxUnknown: number;
  /** Whether a baseline was given that could not be read. */
  readonly withoutBaseline?: boolean;
}

export interface Judgement {
  readonly verdict: Verdict;
  /** Why it is not pass, a sentence each. */
  readonly reasons: readonly string[];
}

/** One verdict for a whole run: fail wins over unknown, and a run that decided nothing is never a pass. */
export function verdictOf(input: VerdictInput): Judgement {
  // What is new cannot be told from what was there: that is no failure of the templates.
  if (input.withoutBaseline)
    return { verdict: 'unknown', reasons: ['the baseline could not be read', ...failureReasons(input)] };
  const failures = failureReasons(input);
  const doubts = doubtReasons(input);
  const verdict = failures.length > 0 ? 'fail' : doubts.length > 0 ? 'unknown' : 'pass';
  return { verdict, reasons: [...failures, ...doubts] };
}

function failureReasons({ findings, failOn }: VerdictInput): string[] {
  const blocking = findings.filter((finding) => finding.status === 'fail' && blocks(finding, failOn)).length;
  return blocking === 0
    ? []
    : [`${count(blocking, failOn === 'new' ? 'new finding' : 'finding')} failed${gradeOf(failOn)}`];
}

function blocks({ severity, baselineState }: Finding, failOn: FailOn): boolean {
  if (failOn === 'all') return true;
  return failOn === 'new' ? baselineState !== 'unchanged' : atLeast(severity, failOn);
}

function gradeOf(failOn: FailOn): string {
  return failOn === 'all' || failOn === 'new' ? '' : ` at severity ${failOn} or worse`;
}

function doubtReasons({ findings, summary, errors, evaluated, failOn, maxUnknown }: VerdictInput): string[] {
  const reasons: string[] = [];
  if (errors.length > 0) reasons.push(`${count(errors.length, 'error')}: not everything could be read and evaluated`);
  if (evaluated === 0) reasons.push('nothing was evaluated');
  const unknown = failOn === 'new' ? summary.unknown - findings.filter(isAccepted).length : summary.unknown;
  if (unknown > maxUnknown) {
    reasons.push(
      `${count(unknown, failOn === 'new' ? 'new finding' : 'finding')} could not be decided, ${maxUnknown} allowed`,
    );
  }
  return reasons;
}

/** Undecided, as it was in the baseline. */
function isAccepted({ status, baselineState }: Finding): boolean {
  return status === 'unknown' && baselineState === 'unchanged';
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
