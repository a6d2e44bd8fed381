import { isTrue, noneOf, property, when } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. RabbitMQ has no audit log and is not judged. */
export const mqAuditLogged: Rule = {
  id: 'mq-audit-logged',
  control: 'LOG-07',
  message: 'Nobody records who manages the broker.',
  remediation: 'Set Logs.Audit to true.',
  types: ['AWS::AmazonMQ::Broker'],
  scope: 'resource',
  evaluate: property('Logs.Audit', isTrue, when('EngineType', noneOf('RabbitMQ'))),
};
