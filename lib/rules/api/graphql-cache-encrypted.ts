import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const graphqlCacheEncrypted: Rule = {
  id: 'graphql-cache-encrypted',
  control: 'KEY-01',
  message: 'Answers of the API are kept in a cache unencrypted.',
  remediation: 'Set AtRestEncryptionEnabled to true.',
  types: ['AWS::AppSync::ApiCache'],
  scope: 'resource',
  evaluate: property('AtRestEncryptionEnabled', isTrue),
};
