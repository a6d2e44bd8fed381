import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const graphqlCacheTls: Rule = {
  id: 'graphql-cache-tls',
  control: 'NET-14',
  message: 'Answers of the API travel to the cache without TLS.',
  remediation: 'Set TransitEncryptionEnabled to true.',
  types: ['AWS::AppSync::ApiCache'],
  scope: 'resource',
  evaluate: property('TransitEncryptionEnabled', isTrue),
};
