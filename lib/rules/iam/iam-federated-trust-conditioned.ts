import { and, not } from '../../model';
import { hasCondition, forbid, isAllow, TRUST_POLICY_TYPES, trustDocuments } from '../policy';
import type { Rule } from '../rule';

/** Public providers such as a code host know everybody: without a condition any of their users gets in. */
export const iamFederatedTrustConditioned: Rule = {
  id: 'iam-federated-trust-conditioned',
  control: 'IDN-06',
  message: 'Everybody whom the identity provider knows can take the role.',
  remediation: 'Add a condition on the token’s sub and aud, or on SAML:aud.',
  types: TRUST_POLICY_TYPES,
  scope: 'resource',
  evaluate: forbid({
    documents: trustDocuments,
    expected: 'a condition on the subject or audience of the identity provider’s token',
    is: (item) =>
      and(
        isAllow(item),
        item.principals.some(({ kind }) => kind === 'Federated'),
        not(hasCondition(item)),
      ),
  }),
};
