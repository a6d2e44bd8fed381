import { filled, isNot, property } from '../check';
import type { Rule } from '../rule';

/** Users in an empty list are none. */
export const iamPolicyWithoutUsers: Rule = {
  id: 'iam-policy-without-users',
  control: 'IDN-04',
  message: 'The policy hangs on persons instead of roles.',
  remediation: 'Attach it to a group or a role.',
  types: ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'],
  scope: 'resource',
  evaluate: property('Users', isNot('no users', filled)),
};
