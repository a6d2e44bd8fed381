import type { Grouping, Row } from './filter';

/** Rows that belong together. */
export interface Group {
  /** What they share: a rule, a control, an account; empty when nothing is grouped. */
  readonly key: string;
  readonly rows: readonly [Row, ...Row[]];
}

const KEYS: Readonly<Record<Grouping, (row: Row) => string>> = {
  // Of one rule, what fails and what is undecided are two matters.
  rule: ({ finding, rule }) => `${finding.status} ${finding.rule} ${rule.id}`,
  severity: ({ rule }) => rule.severity,
  control: ({ rule }) => rule.control ?? '',
  account: ({ template }) => template.account ?? '',
  type: ({ finding }) => finding.resourceType,
  none: () => '',
};

/** Rows in groups; a group stands where its first row, which is its gravest, stood. */
export function groupsOf(rows: readonly Row[], by: Grouping): readonly Group[] {
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const key = KEYS[by](row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups].map(([key, members]) => ({ key, rows: members }));
}
