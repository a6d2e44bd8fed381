import { and, forSome, type Trilean } from '../../model';
import { asText, Unknown, type Value } from '../../template';
import { forbid, isAllow, RESOURCE_POLICY_TYPES, resourceDocuments } from '../policy';
import type { Rule } from '../rule';

/** `*` and `service:*` count. Keys are not judged: their account must keep kms:*. */
export const resourcePolicyActionsNamed: Rule = {
  id: 'resource-policy-actions-named',
  control: 'IDN-04',
  message: 'The policy of the resource allows every action, also to change the policy itself.',
  remediation: 'List the actions that are needed.',
  types: RESOURCE_POLICY_TYPES.filter((type) => !type.startsWith('AWS::KMS::')),
  scope: 'resource',
  evaluate: forbid({
    documents: resourceDocuments,
    expected: 'actions that are named',
    is: (item) => and(isAllow(item), forSome(item.actions, isEverything)),
  }),
};

function isEverything(action: Value): Trilean {
  if (action instanceof Unknown) return 'unknown';
  return /^(\*|[\w-]+:\*)$/.test(asText(action) ?? '');
}
