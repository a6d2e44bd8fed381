import { absent, allOf, property } from '../check';
import type { Rule } from '../rule';

/** A global cluster exists to be copied to other regions, whether or not a template shows the copies. */
export const noGlobalDatabase: Rule = {
  id: 'no-global-database',
  control: 'RES-03',
  severity: 'critical',
  message: 'The database belongs to a cluster that spans regions.',
  remediation: 'Remove it from the global cluster.',
  types: [
    'AWS::RDS::DBCluster',
    'AWS::DocDB::DBCluster',
    'AWS::Neptune::DBCluster',
    'AWS::ElastiCache::ReplicationGroup',
    'AWS::MemoryDB::Cluster',
  ],
  scope: 'resource',
  evaluate: allOf(
    ...['GlobalClusterIdentifier', 'GlobalReplicationGroupId', 'MultiRegionClusterName'].map((name) =>
      property(name, absent),
    ),
  ),
};
