import { and, not } from '../../model';
import {
  forbid,
  IDENTITY_POLICY_TYPES,
  identityDocuments,
  includesText,
  isAllow,
  onEveryIdentity,
  speaksOf,
  type Statement,
} from '../policy';
import type { Rule } from '../rule';

/** The ARN of all roles counts as an asterisk. A policy for everything is the subject of another rule. */
export const iamPassRoleLimited: Rule = {
  id: 'iam-pass-role-limited',
  control: 'IDN-04',
  message: 'Whoever has the policy may give any role of the account to a service, and so take its rights.',
  remediation: 'List the roles, or add a condition on iam:PassedToService.',
  types: IDENTITY_POLICY_TYPES,
  scope: 'resource',
  evaluate: forbid({
    documents: identityDocuments,
    expected: 'roles that are named for iam:PassRole, or a condition on iam:PassedToService',
    is: (item) =>
      and(
        isAllow(item),
        speaksOf(item, 'iam:PassRole'),
        () => onEveryIdentity(item),
        () => not(includesText(item.actions, '*')),
        () => not(limits(item)),
      ),
  }),
};

function limits({ condition }: Statement): boolean {
  return JSON.stringify(condition ?? {})
    .toLowerCase()
    .includes('iam:passedtoservice');
}
