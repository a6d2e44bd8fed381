import { SEVERITIES, type Finding, type FindingStatus, type GateResult, type JudgedWaiver } from '../../model';
import { counted } from '../layout';
import { subjectOf } from '../words';
import { controlSections, sumsOf, type ControlSection } from './control-sections';
import { code, plain } from './escape';
import { Page } from './page';

/** Fixed findings, errors and warnings that are listed; the others are counted. */
const LISTED = 10;

/**
 * A result as a comment on a pull request: short at any number of findings, and always within what GitHub takes. What is
 * grave comes first, in sections by control that a reader opens; with a baseline, what is new comes before what was there.
 */
export function markdownReport(result: GateResult): string {
  const { findings, baseline, errors, warnings, waivers, fixed = [] } = result;
  const listed = findings.filter(({ status }) => status !== 'pass');
  const page = new Page([...headLines(result), ...tableLines(result)]);
  page.add(
    listSection(
      'Could not be judged',
      errors.map(
        ({ path, line, kind, message }) =>
          `${code(line === undefined ? path : `${path}:${line}`)} (${plain(kind)}): ${plain(message)}`,
      ),
    ),
  );
  const open = listed.filter(({ status }) => status !== 'waived');
  if (baseline) {
    addFindings(
      page,
      'New since the baseline',
      open.filter(({ baselineState }) => baselineState === 'new'),
    );
    page.add(listSection('Fixed since the baseline', fixed.map(fixedLine)));
    addFindings(
      page,
      'In the baseline too',
      open.filter(({ baselineState }) => baselineState !== 'new'),
    );
  } else {
    addFindings(page, 'What to mend', open);
  }
  addFindings(
    page,
    'Waived',
    listed.filter(({ status }) => status === 'waived'),
    waivers,
  );
  page.add(
    listSection(
      'Warnings',
      warnings.map(({ subject, message }) => `${code(subject)}: ${plain(message)}`),
    ),
  );
  return page.text();
}

function headLines({ verdict, reasons, profile, inputs, tool, baseline }: GateResult): readonly string[] {
  const resources = inputs.reduce((sum, input) => sum + input.resources, 0);
  const against = baseline
    ? [`Against the baseline: **${baseline.new} new**, ${baseline.fixed} fixed, ${baseline.unchanged} unchanged.`, '']
    : [];
  return [
    `## Lionrock: ${verdict.toUpperCase()}`,
    '',
    ...(reasons.length > 0
      ? [...reasons.slice(0, LISTED).map((reason) => `- ${plain(reason)}`), '']
      : ['All that was judged passes.', '']),
    ...against,
    `${counted(inputs.length, 'template')} with ${counted(resources, 'resource')}, profile ${code(profile)}, rules ${code(tool.ruleSet)}.`,
    '',
  ];
}

const ROWS: readonly (readonly [FindingStatus, string])[] = [
  ['fail', 'failed'],
  ['unknown', 'unknown'],
  ['waived', 'waived'],
];

function tableLines({ findings, summary }: GateResult): readonly string[] {
  const rows = ROWS.map(([status, word]) => {
    const counts = SEVERITIES.map(
      (severity) => findings.filter((each) => each.status === status && each.severity === severity).length,
    );
    return `| ${word} | ${[...counts, summary[status]].join(' | ')} |`;
  });
  return [
    `| | ${SEVERITIES.join(' | ')} | sum |`,
    `| --- |${' --: |'.repeat(SEVERITIES.length + 1)}`,
    ...rows,
    `| passed | ${SEVERITIES.map(() => '').join(' | ')} | ${summary.pass} |`,
    '',
  ];
}

/** Sections in full as long as they fit, then a line for each control, then what was left out. */
function addFindings(page: Page, title: string, findings: readonly Finding[], waivers?: readonly JudgedWaiver[]): void {
  if (findings.length === 0) return;
  const sections = controlSections(findings, waivers);
  page.add(`### ${title}\n\n`);
  const rest = sections.slice(page.addDetails(sections.map(({ text }) => text)));
  if (rest.length === 0) return;
  const lines = rest.map((section) => `- ${shortLine(section)}\n`);
  const left = rest.slice(page.addLines(lines));
  const hidden = left.flatMap((section) => section.findings);
  page.add(left.length > 0 ? `\n… and ${counted(left.length, 'more control')}: ${sumsOf(hidden)}.\n\n` : '\n');
}

function shortLine({ title, severity, sums }: ControlSection): string {
  return `**${severity}** ${plain(title)}: ${sums}`;
}

function fixedLine(finding: Finding): string {
  return `${plain(finding.rule)} ${code(subjectOf(finding))}`;
}

function listSection(title: string, entries: readonly string[]): string {
  if (entries.length === 0) return '';
  const more = entries.length - LISTED;
  const shown = entries.slice(0, LISTED).map((entry) => `- ${entry}`);
  return [`### ${title}`, '', ...shown, ...(more > 0 ? [`- … and ${more} more`] : []), '', ''].join('\n');
}
