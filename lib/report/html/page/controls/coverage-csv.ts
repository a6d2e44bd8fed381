import { csvOf } from '../ui/csv';
import type { Line } from './lines';
import { stateOf } from './state';

const WORDS = {
  fails: 'fails',
  undecided: 'undecided',
  without: 'no evidence',
  waived: 'waived',
  holds: 'holds',
  notApplicable: 'does not apply',
} as const;

/** Controls with their evidence and their sources, for a spreadsheet. */
export function coverageCsv(lines: readonly Line[]): string {
  const frameworks = [...new Set(lines.flatMap(({ control }) => control.sources.map(({ framework }) => framework)))];
  const names = ['control', 'title', 'statement', 'area', 'severity', 'state', 'pass', 'fail', 'unknown', 'waived'];
  return csvOf(
    [...names, 'gap', 'enforced', ...frameworks],
    lines.map(({ control, counts, passes }) => [
      control.id,
      control.title,
      control.statement,
      control.area,
      control.severity,
      WORDS[stateOf(control, counts)],
      passes,
      counts?.fail ?? 0,
      counts?.unknown ?? 0,
      counts?.waived ?? 0,
      control.uncovered,
      control.points.join(' '),
      ...frameworks.map((id) =>
        control.sources
          .filter(({ framework }) => framework === id)
          .flatMap(({ clauses }) => clauses)
          .join(' '),
      ),
    ]),
  );
}
