import { controlById } from '../../controls';
import { SEVERITIES, type Finding, type FindingStatus, type JudgedWaiver, type Severity } from '../../model';
import { grouped } from '../grouped';
import { counted } from '../layout';
import { groupsOf, type Group } from '../text/group';
import { detailsOf, GRAVEST_FIRST, justificationOf, placeOf, subjectOf, wayOf, whatOf, worstSeverity } from '../words';
import { code, html, plain } from './escape';

/** Rules of a control, and places of a rule, that are shown; the others are counted. */
const RULES = 5;
const PLACES = 3;

/** The findings of one control, the worst first. */
export interface ControlSection {
  readonly title: string;
  readonly severity: Severity;
  readonly findings: readonly Finding[];
  /** How many there are of each status: `3 failed, 1 unknown`. */
  readonly sums: string;
  /** Collapsed, with rules and places. */
  readonly text: string;
}

const WORDS: Readonly<Record<FindingStatus, string>> = {
  fail: 'failed',
  unknown: 'unknown',
  waived: 'waived',
  pass: 'passed',
};

/** Sections by control, the gravest and those with most findings first. */
export function controlSections(
  findings: readonly Finding[],
  waivers?: readonly JudgedWaiver[],
): readonly ControlSection[] {
  const byControl = grouped(findings, ({ control, rule }) => control ?? rule);
  return [...byControl].map(([id, members]) => sectionOf(id, members, waivers)).toSorted(worseFirst);
}

function worseFirst(a: ControlSection, b: ControlSection): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    b.findings.length - a.findings.length ||
    (a.title < b.title ? -1 : 1)
  );
}

function sectionOf(id: string, findings: readonly Finding[], waivers?: readonly JudgedWaiver[]): ControlSection {
  const control = controlById(id);
  const title = control ? `${id} ${control.title}` : id;
  const open = findings.filter(({ status }) => status === 'fail');
  const graded = open.length > 0 ? open : findings;
  const severity = worstSeverity(graded);
  const sums = sumsOf(findings);
  const groups = groupsOf(findings);
  const more = groups.slice(RULES);
  const text = [
    `<details><summary><strong>${severity}</strong> ${html(title)}: ${sums}</summary>`,
    '',
    ...(control ? [`${plain(control.statement)}${clausesOf(findings)}`, ''] : []),
    ...groups.slice(0, RULES).flatMap((group) => groupLines(group, waivers)),
    ...(more.length > 0
      ? [`… and ${counted(more.length, 'more rule')} (${sumsOf(more.flatMap((group) => group.findings))})`, '']
      : []),
    '</details>',
    '',
  ].join('\n');
  return { title, severity, findings, sums, text };
}

function clausesOf([first]: readonly Finding[]): string {
  const clauses = first?.frameworks?.['s17'] ?? [];
  return clauses.length > 0 ? ` (S17 ${plain(clauses.join(', '))})` : '';
}

/** `3 failed, 1 unknown` */
export function sumsOf(findings: readonly Finding[]): string {
  return GRAVEST_FIRST.map(
    (status) => [findings.filter((finding) => finding.status === status).length, WORDS[status]] as const,
  )
    .filter(([number]) => number > 0)
    .map(([number, word]) => `${number} ${word}`)
    .join(', ');
}

function groupLines({ findings, status }: Group, waivers?: readonly JudgedWaiver[]): string[] {
  const [first] = findings;
  const more = findings.length - PLACES;
  return [
    `**${plain(first.rule)}** ${plain(whatOf(first))}`,
    ...(status === 'waived' ? [] : [`*Fix*: ${plain(first.remediation)}`]),
    '',
    ...findings.slice(0, PLACES).map((finding) => placeLine(finding, waivers)),
    ...(more > 0 ? [`- … and ${more} more`] : []),
    '',
  ];
}

/** Where one is, and what was found there. */
function placeLine(finding: Finding, waivers?: readonly JudgedWaiver[]): string {
  const { source } = finding;
  const made = source ? ` made at ${code(`${source.file}:${source.line}`)}` : '';
  const details = [detailsOf(finding), wayOf(finding), justificationOf(finding, waivers)]
    .filter((text) => text !== '')
    .join('; ');
  return `- ${code(placeOf(finding))} ${code(subjectOf(finding))}${made}${details === '' ? '' : `: ${plain(details)}`}`;
}
