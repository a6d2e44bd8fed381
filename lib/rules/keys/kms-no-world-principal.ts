import { and, not } from '../../model';
import { STORED_KEY } from '../../template';
import { forbid, isAllow, isNarrowed, namesWorld, resourceDocuments } from '../policy';
import type { Rule } from '../rule';

/**
 * A condition on kms:ViaService alone does not say who calls. A key without a policy has KMS’s default, which
 * trusts its account.
 */
export const kmsNoWorldPrincipal: Rule = {
  id: 'kms-no-world-principal',
  control: 'KEY-07',
  severity: 'critical',
  message: 'Anybody in AWS may use the key.',
  remediation: 'Name the principals, or add a condition on kms:CallerAccount or aws:PrincipalOrgID.',
  types: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey', STORED_KEY],
  scope: 'resource',
  evaluate: forbid({
    documents: resourceDocuments,
    expected: 'principals that are named, or a condition on who calls',
    is: (item) => and(isAllow(item), namesWorld(item), () => not(isNarrowed(item))),
  }),
};
