import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const elasticacheTls: Rule = {
  id: 'elasticache-tls',
  control: 'NET-14',
  message: 'Clients may talk to the cache without TLS.',
  remediation: 'Set TransitEncryptionEnabled to true.',
  types: ['AWS::ElastiCache::ReplicationGroup'],
  scope: 'resource',
  evaluate: property('TransitEncryptionEnabled', isTrue),
};
