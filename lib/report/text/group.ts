import { SEVERITIES, type Finding, type FindingStatus } from '../../model';

/** Findings of one rule and status, and so with one message, which is told once. */
export interface Group {
  readonly status: FindingStatus;
  readonly findings: readonly [Finding, ...Finding[]];
}

const ORDER: readonly FindingStatus[] = ['fail', 'unknown', 'waived', 'pass'];

/** Groups in the order in which a person should read them: what fails first, the worst first. */
export function groupsOf(findings: readonly Finding[]): Group[] {
  const groups = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const key = rank(finding).join('\n');
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, members]) => ({ status: members[0].status, findings: members }));
}

function rank({ status, severity, rule, message }: Finding): readonly (string | number)[] {
  return [ORDER.indexOf(status), SEVERITIES.indexOf(severity), rule, message];
}
