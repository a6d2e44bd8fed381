import { atLeast, noneOf, property, when } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for; Memcached has none and is not judged. */
export const elasticacheBackups: Rule = {
  id: 'elasticache-backups',
  control: 'BKP-01',
  severity: 'low',
  message: 'The cache has no backups.',
  remediation: 'Set SnapshotRetentionLimit to 7 days or more.',
  types: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster'],
  scope: 'resource',
  evaluate: property('SnapshotRetentionLimit', atLeast(1, 'day'), when('Engine', noneOf('memcached'))),
};
