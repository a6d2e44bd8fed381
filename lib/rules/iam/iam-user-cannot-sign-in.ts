import { absent, property } from '../check';
import type { Rule } from '../rule';

/** Users without a password, for machines that cannot use roles, are subject to the rule on access keys. */
export const iamUserCannotSignIn: Rule = {
  id: 'iam-user-cannot-sign-in',
  control: 'IDN-01',
  message: 'The user signs in with a password of its own, past the central identity provider.',
  remediation: 'Remove LoginProfile; let people sign in through the identity provider.',
  types: ['AWS::IAM::User'],
  scope: 'resource',
  evaluate: property('LoginProfile', absent),
};
