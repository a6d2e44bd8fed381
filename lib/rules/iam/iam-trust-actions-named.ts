import { and, forSome, type Trilean } from '../../model';
import { asText, Unknown, type Value } from '../../template';
import { forbid, isAllow, TRUST_POLICY_TYPES, trustDocuments } from '../policy';
import type { Rule } from '../rule';

/** `*` and `sts:*` count: they include AssumeRoleWithSAML, AssumeRoleWithWebIdentity and TagSession. */
export const iamTrustActionsNamed: Rule = {
  id: 'iam-trust-actions-named',
  control: 'IDN-06',
  severity: 'medium',
  message: 'The role can be taken in every way, also with the token of an identity provider.',
  remediation: 'List the actions: sts:AssumeRole, and what else is needed.',
  types: TRUST_POLICY_TYPES,
  scope: 'resource',
  evaluate: forbid({
    documents: trustDocuments,
    expected: 'actions that are named',
    is: (item) => and(isAllow(item), forSome(item.actions, isEverything)),
  }),
};

function isEverything(action: Value): Trilean {
  if (action instanceof Unknown) return 'unknown';
  return /^(\*|[\w-]+:\*+)$/.test(asText(action) ?? '');
}
