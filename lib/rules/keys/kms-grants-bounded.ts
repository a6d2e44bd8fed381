import { and, not, or, type Trilean } from '../../model';
import { asText, isMap, OneOf, Unknown, type Value } from '../../template';
import { forbid, isAllow, resourceDocuments, type Statement } from '../policy';
import type { Rule } from '../rule';

const BOUNDS =
  /^kms:(grantisforawsresource|granteeprincipal|grantconstrainttype|grantoperations|retiringprincipal|viaservice)$/i;

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
  types: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  scope: 'resource',
  evaluate: forbid({
    documents: resourceDocuments,
    expected: 'a condition on what kms:CreateGrant may grant',
    is: (item) => and(isAllow(item), or(...item.actions.map(isCreateGrant)), not(isBounded(item))),
  }),
};

function isCreateGrant(action: Value): Trilean {
  if (action instanceof Unknown) return 'unknown';
  return /^kms:creategrant$/i.test(asText(action) ?? '');
}

function isBounded({ condition }: Statement): Trilean {
  if (condition instanceof OneOf) return and(...condition.options.map((option) => hasBound(option)));
  return condition instanceof Unknown ? 'unknown' : hasBound(condition);
}

function hasBound(condition: Value | undefined): boolean {
  if (!isMap(condition)) return false;
  return Object.values(condition).some((keys) => isMap(keys) && Object.keys(keys).some((key) => BOUNDS.test(key)));
}
