import { atLeast, SEVERITIES, type Finding, type SecurityChange, type Severity, type Verdict } from '../../model';
import type { Comparison } from './security-change';

/**
 * Which changes fail a comparison: any in terms of security, what opens, what is weakened, new findings, new ones of a
 * severity and worse, or every failure of the later state.
 */
export type DiffFailOn = 'changed' | 'opened' | 'weakened' | 'new' | 'all' | Severity;

export const DIFF_POLICIES: readonly DiffFailOn[] = ['changed', 'opened', 'weakened', 'new', ...SEVERITIES, 'all'];

/** Whether a change is one that shall fail; what may be one is unknown, and no pass either. */
export function judgedBy({ change, verdict }: Comparison, policy: DiffFailOn): Verdict {
  switch (policy) {
    case 'all':
      return verdict;
    case 'changed':
      return isChanged(change) ? 'fail' : 'pass';
    case 'opened':
      return openedBy(change);
    case 'weakened':
      return verdictOn(change.weakened);
    case 'new':
      return verdictOn([...change.weakened, ...change.new]);
    default:
      return verdictOn([...change.weakened, ...change.new].filter(({ severity }) => atLeast(severity, policy)));
  }
}

/** Costs are no matter of security. */
function isChanged({ summary }: SecurityChange): boolean {
  const { new: found, fixed, weakened, strengthened, claims, opened, closed, replaced } = summary;
  return [found, fixed, weakened, strengthened, claims, opened, closed, replaced].some((number) => number > 0);
}

function openedBy({ reachability, residency, permissions }: SecurityChange): Verdict {
  const answers = [...reachability.opened, ...permissions.gained].map(({ after }) => after);
  const isSure = answers.includes('yes') || residency.opened.some(({ status }) => status !== 'unknown');
  if (isSure) return 'fail';
  return answers.length + residency.opened.length > 0 ? 'unknown' : 'pass';
}

function verdictOn(findings: readonly Finding[]): Verdict {
  if (findings.some(({ status }) => status === 'fail')) return 'fail';
  return findings.some(({ status }) => status === 'unknown') ? 'unknown' : 'pass';
}
