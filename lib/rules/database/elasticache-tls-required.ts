import { noneOf, property } from '../check';
import type { Rule } from '../rule';

/** "preferred" is meant for a migration only. */
export const elasticacheTlsRequired: Rule = {
  id: 'elasticache-tls-required',
  control: 'NET-14',
  message: 'The cache accepts clients without TLS.',
  remediation: 'Set TransitEncryptionMode to required.',
  types: ['AWS::ElastiCache::ReplicationGroup'],
  scope: 'resource',
  evaluate: property('TransitEncryptionMode', noneOf('preferred')),
};
