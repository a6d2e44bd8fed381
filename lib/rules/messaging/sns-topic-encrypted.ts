import { present, property } from '../check';
import type { Rule } from '../rule';

/** SNS encrypts messages on disk only when a key is named. Whose key it is has a rule of its own. */
export const snsTopicEncrypted: Rule = {
  id: 'sns-topic-encrypted',
  control: 'KEY-01',
  message: 'The topic keeps its messages unencrypted.',
  remediation: 'Name a customer-managed key in KmsMasterKeyId.',
  types: ['AWS::SNS::Topic'],
  scope: 'resource',
  evaluate: property('KmsMasterKeyId', present),
};
