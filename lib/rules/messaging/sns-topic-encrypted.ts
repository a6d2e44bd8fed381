import { customerKey, property } from '../check';
import type { Rule } from '../rule';

/**
 * SNS encrypts messages on disk only when a key is named; the AWS-managed key cannot be granted to the services
 * that publish.
 */
export const snsTopicEncrypted: Rule = {
  id: 'sns-topic-encrypted',
  control: 'KEY-01',
  message: 'The topic keeps its messages unencrypted, or under a key that nobody here controls.',
  remediation: 'Name a customer-managed key in KmsMasterKeyId.',
  types: ['AWS::SNS::Topic'],
  scope: 'resource',
  evaluate: property('KmsMasterKeyId', customerKey),
};
