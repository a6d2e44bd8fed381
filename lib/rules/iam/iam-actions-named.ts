import { and, forSome, type Trilean } from '../../model';
import { asText, Unknown, type Value } from '../../template';
import { forbid, IDENTITY_POLICY_TYPES, identityDocuments, isAllow } from '../policy';
import type { Rule } from '../rule';

/** `*` and `service:*` count; `service:Get*` does not. */
export const iamActionsNamed: Rule = {
  id: 'iam-actions-named',
  control: 'IDN-04',
  message: 'The policy allows every action of a service.',
  remediation: 'List the actions that are needed.',
  types: IDENTITY_POLICY_TYPES,
  scope: 'resource',
  evaluate: forbid({
    documents: identityDocuments,
    expected: 'actions that are named',
    is: (item) => and(isAllow(item), forSome(item.actions, isWholeService)),
  }),
};

function isWholeService(action: Value): Trilean {
  if (action instanceof Unknown) return 'unknown';
  return /^(\*|\*:\*|[\w-]+:\*+)$/.test(asText(action) ?? '');
}
