import { accompanied, anyOf, filled, property } from '../check';
import type { Rule } from '../rule';

/** A membership counts wherever in the unit it stands. */
export const iamUserInGroup: Rule = {
  id: 'iam-user-in-group',
  control: 'IDN-01',
  severity: 'low',
  message: 'The user belongs to no group, whose rights are reviewed together.',
  remediation: 'Name Groups, or add the user by a UserToGroupAddition.',
  types: ['AWS::IAM::User'],
  scope: 'resource',
  evaluate: anyOf(
    property('Groups', filled),
    accompanied({
      namings: [{ type: 'AWS::IAM::UserToGroupAddition', path: 'Users[]', name: 'UserName' }],
      expected: 'membership of a group',
    }),
  ),
};
