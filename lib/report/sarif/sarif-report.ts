import type { Log, Notification, ReportingDescriptor, Run } from 'sarif';
import { SEVERITIES, type Finding, type GateResult, type RunError, type Warning } from '../../model';
import { GRAVEST_FIRST } from '../words';
import { locationOf, SOURCE_ROOT, type Roots } from './artifact';
import { bounded, LIMITS } from './limits';
import { errorResult, NOT_JUDGED, resultOf } from './sarif-results';
import { rulesOf } from './sarif-rules';
import { taxonomiesOf } from './taxonomies';

export type { Roots } from './artifact';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

const NOT_JUDGED_RULE: ReportingDescriptor = {
  id: NOT_JUDGED,
  name: 'CouldNotJudge',
  shortDescription: { text: 'Something could not be read or evaluated, so that the verdict is not pass.' },
  fullDescription: { text: 'Something could not be read or evaluated, so that the verdict is not pass.' },
  help: {
    text: 'Mend what the message names, and run the gate again: what was not judged may hold anything.',
    markdown: 'Mend what the message names, and run the gate again: what was **not judged** may hold anything.',
  },
  defaultConfiguration: { level: 'error' },
  properties: { tags: ['security'], precision: 'very-high', 'problem.severity': 'error', 'security-severity': '8.0' },
};

/**
 * A result as SARIF 2.1.0, in the part of it that GitHub reads. The worst come first; what exceeds GitHub's limits is
 * left out, and a notification says how much.
 */
export function sarifReport(result: GateResult, roots: Roots): string {
  const { errors, findings } = result;
  const room = LIMITS.results - Math.min(errors.length, LIMITS.results);
  const ordered = findings.toSorted((a, b) => rank(a) - rank(b));
  const shown = ordered.slice(0, room);
  const rules = [...rulesOf(shown), ...(errors.length > 0 ? [NOT_JUDGED_RULE] : [])];
  const index = new Map(rules.map(({ id }, position) => [id, position]));
  const at = (id: string): number => index.get(id) ?? -1;
  const taxonomies = taxonomiesOf(shown);
  const { version, ruleSet } = result.tool;
  const run: Run = {
    tool: {
      driver: {
        name: 'Lionrock',
        version,
        semanticVersion: version,
        rules,
        supportedTaxonomies: taxonomies.map(({ name }) => ({ name })),
        properties: { ruleSet, profile: result.profile },
      },
    },
    invocations: [invocationOf(result, ordered.length - shown.length, roots)],
    originalUriBaseIds: { [SOURCE_ROOT]: { description: { text: 'Root of the repository.' } } },
    columnKind: 'utf16CodeUnits',
    results: [
      ...errors.slice(0, LIMITS.results).map((error) => errorResult(error, at(NOT_JUDGED), roots)),
      ...shown.map((finding) => resultOf(finding, at(finding.rule), roots, result.waivers)),
    ],
    taxonomies: [...taxonomies],
    properties: { verdict: result.verdict, summary: result.summary },
  };
  const log: Log = { $schema: SCHEMA, version: '2.1.0', runs: [run] };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/** How many findings a SARIF file leaves out. */
export function leftOutOfSarif({ errors, findings }: GateResult): number {
  return Math.max(0, errors.length + findings.length - LIMITS.results);
}

function rank({ status, severity }: Finding): number {
  return GRAVEST_FIRST.indexOf(status) * SEVERITIES.length + SEVERITIES.indexOf(severity);
}

function invocationOf(
  { errors, warnings }: GateResult,
  leftOut: number,
  roots: Roots,
): NonNullable<Run['invocations']>[0] {
  const notifications = [
    ...(leftOut > 0 ? [truncation(leftOut)] : []),
    ...errors.map((error) => errorNotification(error, roots)),
    ...warnings.map(warningNotification),
  ];
  return {
    executionSuccessful: errors.length === 0,
    ...(notifications.length > 0 ? { toolExecutionNotifications: notifications } : {}),
  };
}

function truncation(leftOut: number): Notification {
  const text = `${leftOut} of the least grave findings are left out, because GitHub refuses a file of more than ${LIMITS.results} results: --format json lists all`;
  return { descriptor: { id: 'results-left-out' }, level: 'error', message: { text } };
}

function errorNotification({ kind, path, message, line = 1 }: RunError, roots: Roots): Notification {
  return {
    descriptor: { id: kind },
    level: 'error',
    message: { text: bounded(message) },
    locations: [locationOf({ file: path, line, column: 1 }, roots)],
  };
}

function warningNotification({ kind, subject, message }: Warning): Notification {
  return { descriptor: { id: kind }, level: 'warning', message: { text: bounded(`${subject}: ${message}`) } };
}
