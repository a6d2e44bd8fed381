import { matching, orAbsent, property } from '../check';
import type { Rule } from '../rule';

const modern = orAbsent(
  matching(
    'a policy of 2020-06 or later',
    /^TransferSecurityPolicy-(20(2\d)-\d\d|FIPS-20(2\d)-\d\d|PQ-|SshAuditCompliant|Restricted|AS2Restricted|FIPS-PQ)/,
  ),
);

/**
 * The service chooses a policy of its year where none is named. Those before 2020-06 allow algorithms that G3 does
 * not. Source: the user guide of AWS Transfer Family.
 */
export const transferPolicyModern: Rule = {
  id: 'transfer-policy-modern',
  control: 'NET-14',
  message: 'File transfers may use outdated algorithms.',
  remediation: 'Set SecurityPolicyName to TransferSecurityPolicy-2024-01 or later.',
  types: ['AWS::Transfer::Server'],
  scope: 'resource',
  evaluate: property('SecurityPolicyName', modern),
};
