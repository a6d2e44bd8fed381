import { and, forSome, not } from '../../model';
import {
  hasCondition,
  forbid,
  IDENTITY_POLICY_TYPES,
  identityDocuments,
  includesText,
  isAllow,
  onEveryIdentity,
  speaksOf,
} from '../policy';
import type { Rule } from '../rule';

/** Each of these alone gives its holder more rights than it has. */
const ESCALATIONS = [
  'iam:AddUserToGroup',
  'iam:AttachGroupPolicy',
  'iam:AttachRolePolicy',
  'iam:AttachUserPolicy',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:CreatePolicyVersion',
  'iam:DeleteRolePermissionsBoundary',
  'iam:PutGroupPolicy',
  'iam:PutRolePolicy',
  'iam:PutUserPolicy',
  'iam:SetDefaultPolicyVersion',
  'iam:UpdateAssumeRolePolicy',
  'iam:UpdateLoginProfile',
];

/**
 * Changing policies, trust, users’ keys or passwords on any resource, or any role or user, leads to administration in one step. A
 * condition on the boundary, on the caller’s organisation or on a tag stops it.
 */
export const iamNoEscalation: Rule = {
  id: 'iam-no-escalation',
  control: 'IDN-04',
  message: 'Whoever has the policy can give themselves every right of the account.',
  remediation: 'Limit these actions to named resources below a path, with a condition on iam:PermissionsBoundary.',
  types: IDENTITY_POLICY_TYPES,
  scope: 'resource',
  evaluate: forbid({
    documents: identityDocuments,
    expected: 'no way to give oneself more rights',
    is: (item) =>
      and(isAllow(item), onEveryIdentity(item), not(includesText(item.actions, '*')), not(hasCondition(item)), () =>
        forSome(ESCALATIONS, (action) => speaksOf(item, action)),
      ),
  }),
};
