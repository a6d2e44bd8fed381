import { among, isTrue, property, when } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for; clusters of Redis without a replication group cannot have it. */
export const elasticacheMemcachedTls: Rule = {
  id: 'elasticache-memcached-tls',
  control: 'NET-14',
  message: 'Clients may talk to the cache without TLS.',
  remediation: 'Set TransitEncryptionEnabled to true.',
  types: ['AWS::ElastiCache::CacheCluster'],
  scope: 'resource',
  evaluate: property('TransitEncryptionEnabled', isTrue, when('Engine', among('memcached'))),
};
