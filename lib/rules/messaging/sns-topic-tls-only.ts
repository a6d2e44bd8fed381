import { tlsOnly } from '../policy';
import type { Rule } from '../rule';

/** SNS answers on HTTP unless a policy refuses it. The policy may stand anywhere in the unit. */
export const snsTopicTlsOnly: Rule = {
  id: 'sns-topic-tls-only',
  control: 'NET-14',
  message: 'Messages may be published without TLS.',
  remediation: 'Add a TopicPolicy that denies sns:Publish to everybody when aws:SecureTransport is false.',
  types: ['AWS::SNS::Topic'],
  scope: 'resource',
  evaluate: tlsOnly(
    [
      { type: 'AWS::SNS::TopicPolicy', path: 'Topics[]' },
      { type: 'AWS::SNS::TopicInlinePolicy', path: 'TopicArn' },
    ],
    ['sns:Publish'],
  ),
};
