import { anyOf, isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const mqLogged: Rule = {
  id: 'mq-logged',
  control: 'LOG-06',
  message: 'The broker keeps its logs to itself.',
  remediation: 'Set Logs.General and, for ActiveMQ, Logs.Audit to true.',
  types: ['AWS::AmazonMQ::Broker'],
  scope: 'resource',
  evaluate: anyOf(property('Logs.General', isTrue), property('Logs.Audit', isTrue)),
};
