import type { FindingsReview, ReviewFinding, ReviewRule, ReviewTemplate } from '../../../../model';

export const GROUPINGS = ['rule', 'severity', 'control', 'account', 'type', 'none'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** Which findings are listed; an empty text lets all pass. */
export interface Filter {
  readonly status: string;
  readonly severity: string;
  /** Family of controls: `LOG`. */
  readonly family: string;
  readonly control: string;
  readonly account: string;
  /** `new` or `unchanged`, against the baseline. */
  readonly state: string;
  /** Words that all have to be found, in any case. */
  readonly text: string;
  readonly group: Grouping;
}

/** The keys of a filter that an address carries. */
const KEYS = ['status', 'severity', 'family', 'control', 'account', 'state', 'text'] as const;

/** A finding with what it shares with others. */
export interface Row {
  readonly finding: ReviewFinding;
  readonly rule: ReviewRule;
  readonly template: ReviewTemplate;
  /** Family of the control, `other` where there is none. */
  readonly family: string;
  /** Everything in which words are looked for, in lower case. */
  readonly words: string;
}

/** What an address asks for. */
export function filterOf(query: Readonly<Record<string, string>>): Filter {
  const [status, severity, family, control, account, state, text] = KEYS.map((key) => query[key] ?? '');
  const group = GROUPINGS.find((known) => known === query['group']) ?? 'rule';
  return {
    status: status ?? '',
    severity: severity ?? '',
    family: family ?? '',
    control: control ?? '',
    account: account ?? '',
    state: state ?? '',
    text: text ?? '',
    group,
  };
}

/** The address of a filter; what lets all pass is left out. */
export function queryOf({ group, ...filter }: Filter): Readonly<Record<string, string>> {
  return { ...filter, group: group === 'rule' ? '' : group };
}

/** Joins findings with their rules and templates. */
export function rowsOf({ rules, templates }: FindingsReview, findings: readonly ReviewFinding[]): readonly Row[] {
  return findings.flatMap((finding) => {
    const [rule, template] = [rules[finding.rule], templates[finding.template]];
    return rule && template ? [rowOf(finding, rule, template)] : [];
  });
}

/** The rows that agree with a filter, in their order. */
export function matching(rows: readonly Row[], filter: Filter): readonly Row[] {
  const words = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const wanted: readonly (readonly [string, (row: Row) => string | undefined])[] = [
    [filter.status, ({ finding }) => finding.status],
    [filter.severity, ({ rule }) => rule.severity],
    [filter.family, ({ family }) => family],
    [filter.control, ({ rule }) => rule.control],
    [filter.account, ({ template }) => template.account ?? '?'],
    [filter.state, ({ finding }) => finding.state],
  ];
  const asked = wanted.filter(([value]) => value !== '');
  return rows.filter(
    (row) => asked.every(([value, of]) => of(row) === value) && words.every((word) => row.words.includes(word)),
  );
}

function rowOf(finding: ReviewFinding, rule: ReviewRule, template: ReviewTemplate): Row {
  const { id, logicalId, resourceType, constructPath, property, waiver } = finding;
  const words = [
    id,
    rule.id,
    rule.control,
    rule.message,
    logicalId,
    resourceType,
    constructPath,
    property,
    template.path,
    template.account,
    waiver,
  ];
  return {
    finding,
    rule,
    template,
    family: rule.control === undefined ? 'other' : rule.control.replace(/-.*/, ''),
    words: words
      .filter((word) => word !== undefined)
      .join('\n')
      .toLowerCase(),
  };
}
