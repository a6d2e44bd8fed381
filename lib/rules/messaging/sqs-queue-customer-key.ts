import { customerKey, property } from '../check';
import type { Rule } from '../rule';

/** Without it SQS uses a key of its own, and any reader of the queue reads the messages. */
export const sqsQueueCustomerKey: Rule = {
  id: 'sqs-queue-customer-key',
  control: 'KEY-02',
  message: 'The queue is encrypted with a key that nobody here controls.',
  remediation: 'Name a customer-managed key in KmsMasterKeyId.',
  types: ['AWS::SQS::Queue'],
  scope: 'resource',
  evaluate: property('KmsMasterKeyId', customerKey),
};
