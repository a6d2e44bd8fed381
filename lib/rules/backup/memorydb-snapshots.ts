import { atLeast, property } from '../check';
import type { Rule } from '../rule';

/** None unless it is asked for. */
export const memorydbSnapshots: Rule = {
  id: 'memorydb-snapshots',
  control: 'BKP-01',
  severity: 'medium',
  message: 'Backups of the database are kept less than a week, or not made.',
  remediation: 'Set SnapshotRetentionLimit to 7 days or more.',
  types: ['AWS::MemoryDB::Cluster'],
  scope: 'resource',
  evaluate: property('SnapshotRetentionLimit', atLeast(7, 'days')),
};
