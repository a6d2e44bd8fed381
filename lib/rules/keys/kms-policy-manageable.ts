import { and, forSome } from '../../model';
import { STORED_KEY } from '../../template';
import { fail, NOT_APPLICABLE, pass } from '../check';
import { isAllow, resourceDocuments, speaksOf, unreadable } from '../policy';
import type { Rule } from '../rule';

/** KMS refuses most such policies at creation only while BypassPolicyLockoutSafetyCheck is not set. */
export const kmsPolicyManageable: Rule = {
  id: 'kms-policy-manageable',
  control: 'KEY-06',
  message: 'Nobody can change the key’s policy any more: the key is locked.',
  remediation: 'Add a statement that gives kms:PutKeyPolicy to the key administrators.',
  types: ['AWS::KMS::Key', STORED_KEY],
  scope: 'resource',
  evaluate: (resource) => {
    const expected = 'a statement that lets somebody change the policy';
    const [document] = resourceDocuments(resource);
    if (!document) return NOT_APPLICABLE;
    const found = { path: document.path, value: undefined };
    const manages = forSome(document.statements, (item) => and(isAllow(item), speaksOf(item, 'kms:PutKeyPolicy')));
    if (manages === true) return pass(found, expected);
    if (manages === 'unknown' || document.unresolved.length > 0) return unreadable(document, expected);
    return { ...fail(found, expected), observed: 'nobody may call kms:PutKeyPolicy' };
  },
};
