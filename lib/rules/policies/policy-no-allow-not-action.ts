import { and } from '../../model';
import {
  forbid,
  IDENTITY_POLICY_TYPES,
  identityDocuments,
  isAllow,
  RESOURCE_POLICY_TYPES,
  resourceDocuments,
  trustDocuments,
} from '../policy';
import type { Rule } from '../rule';

/** NotAction with Deny is right, and usual in guardrails. */
export const policyNoAllowNotAction: Rule = {
  id: 'policy-no-allow-not-action',
  control: 'IDN-04',
  message: 'The policy allows everything except a few actions, and whatever AWS adds later.',
  remediation: 'List what is allowed with Action.',
  types: [...IDENTITY_POLICY_TYPES, ...RESOURCE_POLICY_TYPES],
  scope: 'resource',
  evaluate: forbid({
    documents: (resource) => [
      ...identityDocuments(resource),
      ...resourceDocuments(resource),
      ...trustDocuments(resource),
    ],
    expected: 'Action, not NotAction, with Allow',
    is: (item) => and(isAllow(item), item.notActions.length > 0),
  }),
};
