import { SEVERITIES, type Finding, type FindingStatus, type Severity } from '../../model';

/** Statuses in the order in which a person should read them: what is to be mended comes first. */
export const GRAVEST_FIRST: readonly FindingStatus[] = ['fail', 'unknown', 'waived', 'pass'];

/** The worst severity among findings; `low` where there is none. */
export function worstSeverity(findings: readonly Finding[]): Severity {
  return SEVERITIES.find((each) => findings.some(({ severity }) => severity === each)) ?? 'low';
}
