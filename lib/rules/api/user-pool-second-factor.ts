import { among, property } from '../check';
import type { Rule } from '../rule';

/** OFF unless it is asked for. */
export const userPoolSecondFactor: Rule = {
  id: 'user-pool-second-factor',
  control: 'IDN-02',
  category: 'iam-privilege',
  severity: 'medium',
  message: 'Users of the pool sign in with a password alone.',
  remediation: 'Set MfaConfiguration to ON.',
  types: ['AWS::Cognito::UserPool'],
  scope: 'resource',
  evaluate: property('MfaConfiguration', among('ON')),
};
