import {
  SEVERITIES,
  type Excerpt,
  type Finding,
  type FindingsReview,
  type FindingStatus,
  type GateResult,
  type ReviewFinding,
  type ReviewRule,
  type ReviewTemplate,
} from '../../model';
import { sortedByTexts } from '../sorted-by-texts';
import { excerptsOf } from './excerpts';

const STATUSES: readonly FindingStatus[] = ['fail', 'unknown', 'waived', 'pass'];

type Listed = Finding & { readonly status: ReviewFinding['status'] };

/**
 * The findings of a result, the gravest first.
 * @param text Text of a template by its path, for excerpts.
 */
export function findingsReview(
  { findings, fixed = [] }: GateResult,
  templates: readonly ReviewTemplate[],
  text?: (path: string) => string | undefined,
): FindingsReview {
  const rules = new Rules();
  const positions = new Map(templates.map(({ path }, index) => [path, index]));
  const listed = findings.filter((finding): finding is Listed => finding.status !== 'pass');
  const gone = fixed.filter((finding): finding is Listed => finding.status !== 'pass');
  const excerpts = excerptsOf(listed, text);
  const one = (finding: Listed) =>
    reviewed(finding, rules.positionOf(finding), positions.get(finding.template) ?? 0, excerpts.get(finding.id));
  // What is no more stands nowhere.
  const before = (finding: Listed) =>
    reviewed(finding, rules.positionOf(finding), positions.get(finding.template) ?? 0, undefined);
  return {
    findings: sortedByTexts(listed, ...ORDER).map(one),
    fixed: sortedByTexts(gone, ...ORDER).map(before),
    rules: rules.all,
    templates,
  };
}

/** What is gravest comes first, and then what belongs together. */
const ORDER: readonly ((finding: Finding) => string)[] = [
  ({ status }) => String(STATUSES.indexOf(status)),
  ({ severity }) => String(SEVERITIES.indexOf(severity)),
  ({ control }) => control ?? '~',
  ({ rule }) => rule,
  ({ template }) => template,
  ({ logicalId }) => logicalId,
  ({ property }) => property ?? '',
  ({ id }) => id,
];

/** Each combination of words once: rules of ours have one, those of other engines may have several. */
class Rules {
  readonly all: ReviewRule[] = [];
  private readonly positions = new Map<string, number>();

  positionOf({ rule, control, category, severity, message, remediation }: Finding): number {
    const key = JSON.stringify([rule, control, category, severity, message, remediation]);
    const known = this.positions.get(key);
    if (known !== undefined) return known;
    this.positions.set(key, this.all.length);
    this.all.push({ id: rule, ...(control === null ? {} : { control }), category, severity, message, remediation });
    return this.all.length - 1;
  }
}

function reviewed(finding: Listed, rule: number, template: number, excerpt: Excerpt | undefined): ReviewFinding {
  const { id, status, logicalId, resourceType, evidence = {}, witness = [], baselineState } = finding;
  const { constructPath, property, location, source, waiver } = finding;
  return defined<ReviewFinding>({
    id,
    status,
    rule,
    template,
    logicalId,
    resourceType,
    constructPath,
    property,
    location,
    source,
    observed: textOf(evidence.observed),
    expected: textOf(evidence.expected),
    because: evidence.because,
    witness: witness.length === 0 ? undefined : witness,
    waiver,
    state: baselineState,
    excerpt,
  });
}

/** What is not known is left out. */
function defined<T extends object>(values: { readonly [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

function textOf(value: unknown): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  return JSON.stringify(value, null, 1);
}
