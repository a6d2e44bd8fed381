import { SEVERITIES, type Finding, type FindingStatus } from '../../model';
import { grouped } from '../grouped';
import { GRAVEST_FIRST } from '../words';

/** Findings of one rule, status and state against the baseline, and so with one message, which is told once. */
export interface Group {
  readonly status: FindingStatus;
  readonly findings: readonly [Finding, ...Finding[]];
}

/** Groups in the order in which a person should read them: what is new against a baseline, what fails, the worst first. */
export function groupsOf(findings: readonly Finding[]): Group[] {
  return [...grouped(findings, (finding) => rank(finding).join('\n'))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, members]) => ({ status: members[0].status, findings: members }));
}

function rank({ baselineState, status, severity, rule, message }: Finding): readonly (string | number)[] {
  return [
    baselineState === 'unchanged' ? 1 : 0,
    GRAVEST_FIRST.indexOf(status),
    SEVERITIES.indexOf(severity),
    rule,
    message,
  ];
}
