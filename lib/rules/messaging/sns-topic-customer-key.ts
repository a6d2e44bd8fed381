import { customerKey, present, property, when } from '../check';
import type { Rule } from '../rule';

/** The AWS-managed key cannot be granted to the services that publish, and its policy is not decided here. */
export const snsTopicCustomerKey: Rule = {
  id: 'sns-topic-customer-key',
  control: 'KEY-02',
  message: 'The topic keeps its messages under a key that nobody here controls.',
  remediation: 'Name a customer-managed key in KmsMasterKeyId.',
  types: ['AWS::SNS::Topic'],
  scope: 'resource',
  evaluate: property('KmsMasterKeyId', customerKey, when('KmsMasterKeyId', present)),
};
