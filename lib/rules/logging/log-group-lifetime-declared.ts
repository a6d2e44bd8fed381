import { present, property } from '../check';
import type { Rule } from '../rule';

/**
 * Not set keeps for ever, which is as little a decision about what there is to look back to as deleting early is. How
 * long it has to be is a rule of its own.
 */
export const logGroupLifetimeDeclared: Rule = {
  id: 'log-group-lifetime-declared',
  control: 'BKP-05',
  severity: 'low',
  message: 'Nobody decided how long the log group keeps what it holds.',
  remediation: 'Set RetentionInDays.',
  types: ['AWS::Logs::LogGroup'],
  scope: 'resource',
  evaluate: property('RetentionInDays', present),
};
