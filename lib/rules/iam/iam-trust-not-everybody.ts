import { and, not } from '../../model';
import { forbid, isAllow, isNarrowed, namesWorld, TRUST_POLICY_TYPES, trustDocuments } from '../policy';
import type { Rule } from '../rule';

/** A condition counts when it tells who or from where. */
export const iamTrustNotEverybody: Rule = {
  id: 'iam-trust-not-everybody',
  control: 'IDN-06',
  category: 'public-exposure',
  message: 'Anybody with an AWS account can take the role.',
  remediation: 'Name the roles or accounts, or add a condition on aws:PrincipalOrgID.',
  types: TRUST_POLICY_TYPES,
  scope: 'resource',
  evaluate: forbid({
    documents: trustDocuments,
    expected: 'principals that are named, or a condition on who calls',
    is: (item) => and(isAllow(item), namesWorld(item), () => not(isNarrowed(item))),
  }),
};
