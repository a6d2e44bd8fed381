import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const instanceDeletionProtected: Rule = {
  id: 'instance-deletion-protected',
  control: 'BKP-05',
  severity: 'low',
  message: 'The instance can be terminated by one call.',
  remediation: 'Set DisableApiTermination to true for an instance that keeps state; make others replaceable.',
  types: ['AWS::EC2::Instance'],
  scope: 'resource',
  evaluate: property('DisableApiTermination', isTrue),
};
