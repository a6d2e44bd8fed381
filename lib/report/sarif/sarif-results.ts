import type { Result, Suppression } from 'sarif';
import type { Finding, JudgedWaiver, RunError } from '../../model';
import { detailsOf, justificationOf, subjectOf, wayOf, whatOf } from '../words';
import { locationOf, type Roots } from './artifact';
import { bounded } from './limits';
import { levelOf } from './sarif-rules';

/** The rule under which what could not be judged is shown: GitHub shows results only, never notifications. */
export const NOT_JUDGED = 'could-not-judge';

/** A finding as a result. What is unknown is a warning of kind `fail`, the only kind that GitHub shows. */
export function resultOf(
  finding: Finding,
  ruleIndex: number,
  roots: Roots,
  waivers: readonly JudgedWaiver[] = [],
): Result {
  const { id, rule, status, severity, control, baselineState } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    ...(status === 'pass' ? { kind: 'pass' } : {}),
    level: status === 'pass' ? 'none' : status === 'unknown' ? 'warning' : levelOf(severity),
    message: { text: messageOf(finding) },
    ...locationsOf(finding, roots),
    partialFingerprints: { 'lionrock/v1': id, primaryLocationLineHash: id },
    suppressions: suppressionsOf(finding, waivers),
    ...(baselineState === undefined ? {} : { baselineState }),
    properties: { status, severity, ...(control === null ? {} : { control }) },
  };
}

/** What could not be read or evaluated as a result, so that no view of results looks clean. */
export function errorResult(error: RunError, ruleIndex: number, roots: Roots): Result {
  const { path, kind, message, line = 1 } = error;
  return {
    ruleId: NOT_JUDGED,
    ruleIndex,
    level: 'error',
    message: { text: bounded(`Not judged (${kind}): ${message}`) },
    locations: [locationOf({ file: path, line, column: 1 }, roots)],
    partialFingerprints: { 'lionrock/v1': `${kind}:${path}:${message}` },
    suppressions: [],
    properties: { status: 'error', kind },
  };
}

function messageOf(finding: Finding): string {
  const details = [detailsOf(finding), wayOf(finding)].filter((text) => text !== '').join('; ');
  const fix = finding.status === 'pass' || finding.status === 'waived' ? [] : [`Fix: ${finding.remediation}`];
  return bounded(
    [whatOf(finding), `${subjectOf(finding)}.`, ...(details === '' ? [] : [`${details}.`]), ...fix].join(' '),
  );
}

/** The code that made the resource comes first where it is known: there people mend, and it is in the repository. */
function locationsOf(finding: Finding, roots: Roots): Pick<Result, 'locations' | 'relatedLocations'> {
  const { template, location = { file: template, line: 1, column: 1 }, source, logicalId } = finding;
  const inTemplate = locationOf(location, roots);
  const primary = source ? locationOf(source, roots) : inTemplate;
  const name = finding.constructPath ?? logicalId;
  const logical =
    name === '' ? {} : { logicalLocations: [{ name: logicalId, fullyQualifiedName: name, kind: 'resource' }] };
  return {
    locations: [{ ...primary, ...logical }],
    ...(source
      ? { relatedLocations: [{ id: 1, ...inTemplate, message: { text: `${logicalId} in the template` } }] }
      : {}),
  };
}

function suppressionsOf(finding: Finding, waivers: readonly JudgedWaiver[]): Suppression[] {
  if (finding.status !== 'waived') return [];
  const justification = justificationOf(finding, waivers) || 'waived, by what is not said';
  const inSource = finding.waiver?.startsWith('inline:') ?? false;
  return [{ kind: inSource ? 'inSource' : 'external', status: 'accepted', justification }];
}
