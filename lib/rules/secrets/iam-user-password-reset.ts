import type { Resource } from '../../template';
import { isTrue, property } from '../check';
import type { Rule } from '../rule';

const hasPassword = ({ properties }: Resource): boolean => properties['LoginProfile'] !== undefined;

/** Off unless it is asked for. */
export const iamUserPasswordReset: Rule = {
  id: 'iam-user-password-reset',
  control: 'IDN-13',
  category: 'secrets-plaintext',
  severity: 'medium',
  message: 'Who made the user knows the user’s password for ever.',
  remediation: 'Set LoginProfile.PasswordResetRequired to true; better, use the central identity provider.',
  types: ['AWS::IAM::User'],
  scope: 'resource',
  evaluate: property('LoginProfile.PasswordResetRequired', isTrue, hasPassword),
};
