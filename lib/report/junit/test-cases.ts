import type { Finding, FindingStatus, JudgedWaiver, RunError } from '../../model';
import { grouped } from '../grouped';
import { detailsOf, GRAVEST_FIRST, justificationOf, placeOf, subjectOf, wayOf, whatOf } from '../words';
import { attributeText, xmlText } from './xml-text';

/** How a case ends; the worst of its findings decides. */
export type Outcome = 'failure' | 'error' | 'skipped' | 'passed';

export interface TestCase {
  readonly outcome: Outcome;
  readonly attributes: Readonly<Record<string, string | number>>;
  /** Of the outcome: what a list shows. */
  readonly message: string;
  /** Of the outcome: all that there is to say. */
  readonly text: string;
}

const OUTCOMES: Readonly<Record<FindingStatus, Outcome>> = {
  fail: 'failure',
  unknown: 'error',
  waived: 'skipped',
  pass: 'passed',
};

/** A case for each rule on each resource. */
export function casesOf(findings: readonly Finding[], waivers?: readonly JudgedWaiver[]): readonly TestCase[] {
  const groups = grouped(findings, (finding) => JSON.stringify([finding.rule, finding.logicalId, subjectOf(finding)]));
  return [...groups.values()].map((group) => caseOf(group, waivers));
}

function caseOf(findings: readonly [Finding, ...Finding[]], waivers?: readonly JudgedWaiver[]): TestCase {
  const [first] = findings;
  const worst =
    GRAVEST_FIRST.flatMap((status) => findings.find((finding) => finding.status === status) ?? [])[0] ?? first;
  const { file, line } = first.source ?? first.location ?? { file: first.template, line: 1 };
  return {
    outcome: OUTCOMES[worst.status],
    attributes: {
      name: attributeText(`${first.rule}: ${subjectOf(first)}`),
      classname: attributeText(first.template),
      file: attributeText(file),
      line,
      time: 0,
    },
    message: attributeText(justificationOf(worst, waivers) || `${worst.severity}: ${whatOf(worst)}`),
    text: xmlText(findings.map(findingText).join('\n')),
  };
}

function findingText(finding: Finding): string {
  const { id, control, remediation, status } = finding;
  const lines = [
    `${status.toUpperCase()} ${whatOf(finding)}`,
    `Where: ${placeOf(finding)} ${subjectOf(finding)}`,
    ...[detailsOf(finding), wayOf(finding)].filter((text) => text !== '').map((text) => `Found: ${text}`),
    ...(status === 'waived' || status === 'pass' ? [] : [`Fix: ${remediation}`]),
    ...(control === null ? [] : [`Control: ${control}`]),
    `Finding: ${id}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** What could not be judged, as a case of its own. */
export function errorCase({ kind, path, message, line = 1 }: RunError): TestCase {
  return {
    outcome: 'error',
    attributes: {
      name: attributeText(`${kind}: ${path}: ${message}`),
      classname: attributeText(path),
      file: attributeText(path),
      line,
      time: 0,
    },
    message: attributeText(message),
    text: xmlText(`${path}:${line}: ${message}\n`),
  };
}

/** A template of which nothing is listed: readers take a suite without a case for one that did not run. */
export function quietCase(path: string, resources: number): TestCase {
  return {
    outcome: 'passed',
    attributes: {
      name: `${resources} resource${resources === 1 ? '' : 's'} judged, nothing to mend`,
      classname: attributeText(path),
      file: attributeText(path),
      line: 1,
      time: 0,
    },
    message: '',
    text: '',
  };
}
