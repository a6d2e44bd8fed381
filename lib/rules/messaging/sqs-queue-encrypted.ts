import { anyOf, isNotFalse, present, property } from '../check';
import type { Rule } from '../rule';

/** SQS encrypts with its own key unless it is told not to. */
export const sqsQueueEncrypted: Rule = {
  id: 'sqs-queue-encrypted',
  control: 'KEY-01',
  message: 'The queue keeps its messages unencrypted.',
  remediation: 'Remove SqsManagedSseEnabled false, and name a customer-managed key in KmsMasterKeyId.',
  types: ['AWS::SQS::Queue'],
  scope: 'resource',
  evaluate: anyOf(property('SqsManagedSseEnabled', isNotFalse), property('KmsMasterKeyId', present)),
};
