import { atLeast, orAbsent, property } from '../check';
import type { Rule } from '../rule';

/** Not set is 30 days, the most that KMS allows. */
export const kmsDeletionWindow: Rule = {
  id: 'kms-deletion-window',
  control: 'KEY-06',
  message: 'A deleted key is gone before a month is over.',
  remediation: 'Set PendingWindowInDays to 30.',
  types: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  scope: 'resource',
  evaluate: property('PendingWindowInDays', orAbsent(atLeast(30, 'days'))),
};
