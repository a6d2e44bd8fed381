import type { aws_events as events } from 'aws-cdk-lib';

/** Least severity of a finding that raises an alert, in words that GuardDuty and Security Hub share. */
export const FINDING_SEVERITIES = ['MEDIUM', 'HIGH', 'CRITICAL'] as const;
export type FindingSeverity = (typeof FINDING_SEVERITIES)[number];

/** Lower bounds of GuardDuty's severity bands (source: GuardDuty user guide, severity levels of findings). */
const GUARDDUTY_BAND: Readonly<Record<FindingSeverity, number>> = { MEDIUM: 4, HIGH: 7, CRITICAL: 9 };

/** Findings of one service, and where their events name them. */
export interface FindingRoute {
  readonly id: string;
  /** Service, for people. */
  readonly source: string;
  readonly pattern: events.EventPattern;
  /** Paths in the event. */
  readonly paths: { readonly finding: string; readonly severity: string; readonly id: string };
}

/** Findings of GuardDuty, Security Hub and Macie at or above a severity, each reported once. */
export function findingRoutes(minimum: FindingSeverity): readonly FindingRoute[] {
  const labels = FINDING_SEVERITIES.slice(FINDING_SEVERITIES.indexOf(minimum));
  return [guardDuty(GUARDDUTY_BAND[minimum]), securityHub(labels), macie(labels)];
}

function guardDuty(least: number): FindingRoute {
  return {
    id: 'GuardDuty',
    source: 'GuardDuty',
    pattern: {
      source: ['aws.guardduty'],
      detailType: ['GuardDuty Finding'],
      detail: { severity: [{ numeric: ['>=', least] }] },
    },
    paths: { finding: '$.detail.type', severity: '$.detail.severity', id: '$.detail.id' },
  };
}

/** GuardDuty and Macie report to Security Hub too; their own routes are faster, so they are left out here. */
function securityHub(labels: readonly string[]): FindingRoute {
  return {
    id: 'SecurityHub',
    source: 'Security Hub',
    pattern: {
      source: ['aws.securityhub'],
      detailType: ['Security Hub Findings - Imported'],
      detail: {
        findings: {
          ProductName: [{ 'anything-but': ['GuardDuty', 'Macie'] }],
          RecordState: ['ACTIVE'],
          Workflow: { Status: ['NEW'] },
          Severity: { Label: [...labels] },
        },
      },
    },
    paths: {
      finding: '$.detail.findings[0].Title',
      severity: '$.detail.findings[0].Severity.Label',
      id: '$.detail.findings[0].Id',
    },
  };
}

/** Macie has no critical findings: its highest band counts for critical as well. */
function macie(labels: readonly string[]): FindingRoute {
  const bands = labels.includes('MEDIUM') ? ['Medium', 'High'] : ['High'];
  return {
    id: 'Macie',
    source: 'Macie',
    pattern: {
      source: ['aws.macie'],
      detailType: ['Macie Finding'],
      detail: { severity: { description: bands } },
    },
    paths: { finding: '$.detail.type', severity: '$.detail.severity.description', id: '$.detail.id' },
  };
}
