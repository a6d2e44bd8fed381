import { and } from '../../model';
import { forbid, IDENTITY_POLICY_TYPES, identityDocuments, isAllow } from '../policy';
import type { Rule } from '../rule';

/** NotResource with Deny is right, and usual in guardrails. */
export const policyNoAllowNotResource: Rule = {
  id: 'policy-no-allow-not-resource',
  control: 'IDN-04',
  message: 'The policy allows its actions on everything except a few resources, and on whatever is made later.',
  remediation: 'List the resources with Resource.',
  types: IDENTITY_POLICY_TYPES,
  scope: 'resource',
  evaluate: forbid({
    documents: identityDocuments,
    expected: 'Resource, not NotResource, with Allow',
    is: (item) => and(isAllow(item), item.notResources.length > 0),
  }),
};
