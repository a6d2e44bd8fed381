import type { BaselineCounts, Finding, FindingStatus } from '../../model';

/** What needs mending, by how much it weighs: a finding that weighs more than it did is new. */
const WEIGHTS: Readonly<Record<FindingStatus, number>> = { pass: 0, waived: 1, unknown: 2, fail: 3 };

export interface Compared {
  /** The findings of now; those that do not pass have their state. */
  readonly findings: readonly Finding[];
  readonly counts: BaselineCounts;
  /** Findings of the baseline that are no more. */
  readonly fixed: readonly Finding[];
}

/**
 * Compares findings by their ids. New is what the baseline does not have, and what weighs more there than it did: what was
 * waived and now fails, or what was undecided and now fails.
 */
export function compareFindings(now: readonly Finding[], before: readonly Finding[]): Compared {
  const earlier = new Map(before.filter(({ status }) => status !== 'pass').map((finding) => [finding.id, finding]));
  const findings = now.map((finding): Finding => {
    if (finding.status === 'pass') return finding;
    const known = earlier.get(finding.id);
    const isKnown = known !== undefined && WEIGHTS[finding.status] <= WEIGHTS[known.status];
    return { ...finding, baselineState: isKnown ? 'unchanged' : 'new' };
  });
  const listed = findings.filter(({ status }) => status !== 'pass');
  const open = new Set(listed.map(({ id }) => id));
  const fixed = [...earlier.values()].filter(({ id }) => !open.has(id));
  const count = (state: Finding['baselineState']) => listed.filter((each) => each.baselineState === state).length;
  return { findings, fixed, counts: { new: count('new'), fixed: fixed.length, unchanged: count('unchanged') } };
}
