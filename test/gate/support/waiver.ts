import type { Waiver } from '../../../lib/model';

/** A waiver of the public database of these tests, with changes. */
export function waiver(more: Partial<Waiver> = {}): Waiver {
  return {
    id: 'W-1',
    rule: 'rds-not-public',
    scope: { logicalId: 'Database' },
    reason: 'The supplier connects from outside',
    compensatingControl: 'Only from one address',
    riskOwner: 'owner@e-services.example',
    approver: 'ditso@cloud.example',
    ticket: 'SEC-1',
    issued: '2026-11-01',
    expires: '2027-01-31',
    ...more,
  };
}
