import { tlsOnly } from '../policy';
import type { Rule } from '../rule';

/** SQS answers on HTTP in most regions unless a policy refuses it. The policy may stand anywhere in the unit. */
export const sqsQueueTlsOnly: Rule = {
  id: 'sqs-queue-tls-only',
  control: 'NET-14',
  message: 'Messages may be sent and read without TLS.',
  remediation: 'Add a QueuePolicy that denies sqs:* to everybody when aws:SecureTransport is false.',
  types: ['AWS::SQS::Queue'],
  scope: 'resource',
  evaluate: tlsOnly(
    [
      { type: 'AWS::SQS::QueuePolicy', path: 'Queues[]', name: 'QueueName' },
      { type: 'AWS::SQS::QueueInlinePolicy', path: 'Queue' },
    ],
    ['sqs:SendMessage', 'sqs:ReceiveMessage'],
  ),
};
