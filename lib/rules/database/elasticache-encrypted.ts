import { isTrue, noneOf, property, when } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for, except with Valkey. */
export const elasticacheEncrypted: Rule = {
  id: 'elasticache-encrypted',
  control: 'KEY-01',
  message: 'The cache is not encrypted at rest.',
  remediation: 'Set AtRestEncryptionEnabled to true, with a customer-managed key in KmsKeyId.',
  types: ['AWS::ElastiCache::ReplicationGroup'],
  scope: 'resource',
  evaluate: property('AtRestEncryptionEnabled', isTrue, when('Engine', noneOf('valkey'))),
};
