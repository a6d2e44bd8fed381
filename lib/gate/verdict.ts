import { atLeast, type Finding, type ResultSummary, type RunError, type Severity, type Verdict } from '../model';

export interface VerdictInput {
  readonly findings: readonly Finding[];
  readonly summary: ResultSummary;
  readonly errors: readonly RunError[];
  readonly evaluated: number;
  readonly failOn: 'all' | Severity;
  readonly maxUnknown: number;
}

export interface Judgement {
  readonly verdict: Verdict;
  /** Why it is not pass, a sentence each. */
  readonly reasons: readonly string[];
}

/** One verdict for a whole run: fail wins over unknown, and a run that decided nothing is never a pass. */
export function verdictOf(input: VerdictInput): Judgement {
  const failures = failureReasons(input);
  const doubts = doubtReasons(input);
  const verdict = failures.length > 0 ? 'fail' : doubts.length > 0 ? 'unknown' : 'pass';
  return { verdict, reasons: [...failures, ...doubts] };
}

function failureReasons({ findings, failOn }: VerdictInput): string[] {
  const blocking = findings.filter(
    ({ status, severity }) => status === 'fail' && (failOn === 'all' || atLeast(severity, failOn)),
  ).length;
  if (blocking === 0) return [];
  return [`${count(blocking, 'finding')} failed${failOn === 'all' ? '' : ` at severity ${failOn} or worse`}`];
}

function doubtReasons({ summary, errors, evaluated, maxUnknown }: VerdictInput): string[] {
  const reasons: string[] = [];
  if (errors.length > 0) reasons.push(`${count(errors.length, 'error')}: not everything could be read and evaluated`);
  if (evaluated === 0) reasons.push('nothing was evaluated');
  if (summary.unknown > maxUnknown) {
    reasons.push(`${count(summary.unknown, 'finding')} could not be decided, ${maxUnknown} allowed`);
  }
  return reasons;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
