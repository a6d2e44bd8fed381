import { and, forSome, not, type Trilean } from '../../model';
import { asText, holdsForAll, STORED_KEY, Unknown, type Value } from '../../template';
import { conditionKeys, forbid, isAllow, resourceDocuments, type Statement } from '../policy';
import type { Rule } from '../rule';

const BOUNDS =
  /^kms:(grantisforawsresource|granteeprincipal|grantconstrainttype|grantoperations|retiringprincipal|viaservice)$/;

/**
 * A grant hands the use of the key on, past its policy. Only a statement that names the action is judged: the
 * administration of a key includes it by its nature.
 */
export const kmsGrantsBounded: Rule = {
  id: 'kms-grants-bounded',
  control: 'KEY-07',
  severity: 'medium',
  message: 'Whoever the statement names can hand the use of the key to others, without a trace in its policy.',
  remediation: 'Add a condition: kms:GrantIsForAWSResource true, or kms:GranteePrincipal.',
  types: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey', STORED_KEY],
  scope: 'resource',
  evaluate: forbid({
    documents: resourceDocuments,
    expected: 'a condition on what kms:CreateGrant may grant',
    is: (item) => and(isAllow(item), forSome(item.actions, isCreateGrant), () => not(isBounded(item))),
  }),
};

function isCreateGrant(action: Value): Trilean {
  if (action instanceof Unknown) return 'unknown';
  return /^kms:creategrant$/i.test(asText(action) ?? '');
}

function isBounded({ condition }: Statement): Trilean {
  return holdsForAll(condition, hasBound);
}

function hasBound(condition: Value | undefined): boolean {
  return conditionKeys(condition).some(({ key }) => BOUNDS.test(key));
}
