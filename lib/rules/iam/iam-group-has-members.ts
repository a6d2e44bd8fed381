import { accompanied } from '../check';
import type { Rule } from '../rule';

/** A member counts wherever in the unit it stands. */
export const iamGroupHasMembers: Rule = {
  id: 'iam-group-has-members',
  control: 'IDN-09',
  severity: 'low',
  message: 'Nobody here is a member of the group: its rights are unused, or its members were added by hand.',
  remediation: 'Remove the group, or add its members in the template.',
  types: ['AWS::IAM::Group'],
  scope: 'resource',
  evaluate: accompanied({
    namings: [
      { type: 'AWS::IAM::UserToGroupAddition', path: 'GroupName', name: 'GroupName' },
      { type: 'AWS::IAM::User', path: 'Groups[]', name: 'GroupName' },
    ],
    expected: 'a user in the group',
  }),
};
