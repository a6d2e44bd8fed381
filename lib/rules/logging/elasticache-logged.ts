import { among, field, noneOf, property, some, when } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for; Memcached has no logs and is not judged. */
export const elasticacheLogged: Rule = {
  id: 'elasticache-logged',
  control: 'LOG-06',
  severity: 'low',
  message: 'Nobody records slow commands of the cache.',
  remediation: 'List slow-log under LogDeliveryConfigurations.',
  types: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster'],
  scope: 'resource',
  evaluate: property(
    'LogDeliveryConfigurations',
    some(field('LogType', among('slow-log'))),
    when('Engine', noneOf('memcached')),
  ),
};
