import type { ReviewControl } from '../../../../model';
import type { Row } from '../findings/filter';

/** What is known of a control, the worst first. */
export const STATES = ['fails', 'undecided', 'without', 'waived', 'holds', 'notApplicable'] as const;
export type ControlState = (typeof STATES)[number];

export interface Counts {
  readonly fail: number;
  readonly unknown: number;
  readonly waived: number;
}

const NONE: Counts = { fail: 0, unknown: 0, waived: 0 };

/** Findings by what they belong to. */
export function countsBy(rows: readonly Row[], keyOf: (row: Row) => string | undefined): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === undefined) continue;
    const before = counts.get(key) ?? NONE;
    counts.set(key, { ...before, [row.finding.status]: before[row.finding.status] + 1 });
  }
  return counts;
}

/** How often the rules of a control pass. */
export function passesOf({ rules }: ReviewControl): number {
  return rules.reduce((sum, { passed }) => sum + passed.length, 0);
}

export function stateOf({ applies, evidenced }: ReviewControl, counts: Counts = NONE): ControlState {
  if (counts.fail > 0) return 'fails';
  if (counts.unknown > 0) return 'undecided';
  if (!applies) return 'notApplicable';
  if (!evidenced) return 'without';
  return counts.waived > 0 ? 'waived' : 'holds';
}
