import type { Finding, GateResult, JudgedWaiver } from '../../lib/model';

/** A finding as the gate makes them. */
export function finding(more: Partial<Finding> = {}): Finding {
  return {
    id: '0123456789abcdef',
    status: 'fail',
    rule: 'rds-not-public',
    control: 'WKL-01',
    category: 'public-exposure',
    severity: 'critical',
    message: 'The database has a public address.',
    remediation: 'Set PubliclyAccessible to false.',
    template: 'cdk.out/Portal.template.json',
    logicalId: 'Database',
    resourceType: 'AWS::RDS::DBInstance',
    property: 'Properties.PubliclyAccessible',
    location: { file: 'cdk.out/Portal.template.json', line: 12, column: 7 },
    evidence: { observed: true, expected: false },
    frameworks: { s17: ['15.1.2'], 'nist-800-53r5': ['sc-7'] },
    ...more,
  };
}

/** A result with these findings. */
export function resultOf(findings: readonly Finding[], more: Partial<GateResult> = {}): GateResult {
  const count = (status: Finding['status']) => findings.filter((each) => each.status === status).length;
  return {
    schemaVersion: '1',
    verdict: count('fail') > 0 ? 'fail' : 'pass',
    tool: { name: 'lionrock', version: '0.0.0', ruleSet: '2026.11+00000000' },
    profile: 'hk-s17',
    inputs: [{ path: 'cdk.out/Portal.template.json', resources: 7 }],
    summary: { fail: count('fail'), unknown: count('unknown'), waived: count('waived'), pass: count('pass') },
    findings,
    warnings: [],
    errors: [],
    reasons: count('fail') > 0 ? [`${count('fail')} findings failed`] : [],
    evaluated: findings.length,
    controls: ['WKL-01'],
    ...more,
  };
}

/** A waiver as the gate judged it. */
export function waiver(more: Partial<JudgedWaiver> = {}): JudgedWaiver {
  return {
    id: 'W-2026-014',
    control: 'WKL-01',
    scope: { logicalId: 'Database' },
    reason: 'The supplier needs it until May',
    compensatingControl: 'nightly copies',
    riskOwner: 'owner@example.gov.hk',
    approver: 'ditso@example.gov.hk',
    ticket: 'SEC-2207',
    issued: '2026-11-02',
    expires: '2027-01-31',
    state: 'live',
    findings: 1,
    ...more,
  };
}
