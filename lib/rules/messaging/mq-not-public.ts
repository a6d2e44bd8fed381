import { isNotTrue, property } from '../check';
import type { Rule } from '../rule';

/** Private unless it is asked for; the property is required. */
export const mqNotPublic: Rule = {
  id: 'mq-not-public',
  control: 'WKL-01',
  message: 'The broker has a public address.',
  remediation: 'Set PubliclyAccessible to false.',
  types: ['AWS::AmazonMQ::Broker'],
  scope: 'resource',
  evaluate: property('PubliclyAccessible', isNotTrue),
};
