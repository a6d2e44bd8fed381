import { absent, isTrue, property, when } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for, or the cluster that it grows from is encrypted. */
export const globalClusterEncrypted: Rule = {
  id: 'global-cluster-encrypted',
  control: 'KEY-01',
  message: 'The global database is not encrypted at rest.',
  remediation: 'Set StorageEncrypted to true.',
  types: ['AWS::RDS::GlobalCluster', 'AWS::DocDB::GlobalCluster', 'AWS::Neptune::GlobalCluster'],
  scope: 'resource',
  evaluate: property('StorageEncrypted', isTrue, when('SourceDBClusterIdentifier', absent)),
};
