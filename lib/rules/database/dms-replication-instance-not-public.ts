import { isFalse, property } from '../check';
import type { Rule } from '../rule';

/** DMS makes a replication instance public unless it is told not to. */
export const dmsReplicationInstanceNotPublic: Rule = {
  id: 'dms-replication-instance-not-public',
  control: 'WKL-01',
  message: 'The replication instance has a public address.',
  remediation: 'Set PubliclyAccessible to false.',
  types: ['AWS::DMS::ReplicationInstance', 'AWS::DMS::InstanceProfile'],
  scope: 'resource',
  evaluate: property('PubliclyAccessible', isFalse),
};
