import { among, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const userPoolDeletionProtected: Rule = {
  id: 'user-pool-deletion-protected',
  control: 'BKP-05',
  severity: 'medium',
  message: 'The users of the application can be deleted by one call.',
  remediation: 'Set DeletionProtection to ACTIVE.',
  types: ['AWS::Cognito::UserPool'],
  scope: 'resource',
  evaluate: property('DeletionProtection', among('ACTIVE')),
};
