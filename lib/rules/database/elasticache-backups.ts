import { atLeast, noneOf, property, when } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for; Memcached has none and is not judged. */
export const elasticacheBackups: Rule = {
  id: 'elasticache-backups',
  control: 'BKP-01',
  severity: 'low',
  message: 'Backups of the cache are kept less than a week, or not made.',
  remediation: 'Set SnapshotRetentionLimit to 7 days or more.',
  types: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster'],
  scope: 'resource',
  evaluate: property('SnapshotRetentionLimit', atLeast(7, 'days'), when('Engine', noneOf('memcached'))),
};
