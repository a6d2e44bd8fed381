import { and, forSome, not, type Trilean } from '../../model';
import { arnOf, asText, Reference, Unknown, type Value } from '../../template';
import { hasCondition, forbid, isAllow, TRUST_POLICY_TYPES, trustDocuments } from '../policy';
import type { Rule } from '../rule';

/**
 * The account as a whole: its number, or the ARN of its root. The template’s own account is not another one; an
 * account that cannot be told is.
 */
export const iamTrustOtherAccountConditioned: Rule = {
  id: 'iam-trust-other-account-conditioned',
  control: 'IDN-06',
  message: 'Every identity of another account that its administrators choose can take the role.',
  remediation:
    'Name the role of the other account, or add a condition on sts:ExternalId, aws:PrincipalArn or aws:PrincipalOrgID.',
  types: TRUST_POLICY_TYPES,
  scope: 'resource',
  evaluate: forbid({
    documents: trustDocuments,
    expected: 'a named role, or a condition with an external id, for another account as a whole',
    is: (item) =>
      and(
        isAllow(item),
        forSome(item.principals, (one) => isForeign(one.kind, one.name)),
        not(hasCondition(item)),
      ),
  }),
};

function isForeign(kind: string, name: Value): Trilean {
  if (kind !== 'AWS' || name instanceof Reference) return false;
  if (name instanceof Unknown && name.source === 'AWS::AccountId') return false;
  const arn = arnOf(name);
  if (arn) return asText(arn.resource) === 'root' && asText(arn.account) !== undefined;
  return name instanceof Unknown ? 'unknown' : /^\d{12}$/.test(asText(name) ?? '');
}
