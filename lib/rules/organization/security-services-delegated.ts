import { accountsOf, NOT_APPLICABLE, propertyPath } from '../check';
import type { Rule } from '../rule';

const DELEGATIONS = ['AWS::SecurityHub::DelegatedAdmin'];

/** Judged where the organisation's management account and others are in the unit. */
export const securityServicesDelegated: Rule = {
  id: 'security-services-delegated',
  control: 'GOV-07',
  message: 'Security services are administered from the management account.',
  remediation: 'Add AWS::SecurityHub::DelegatedAdmin with the security account.',
  types: [...DELEGATIONS, 'AWS::Organizations::Policy'],
  scope: 'estate',
  evaluate: (_anchor, { graph }) => {
    if (accountsOf(graph).size < 2) return NOT_APPLICABLE;
    const delegations = DELEGATIONS.flatMap((type) => graph.ofType(type));
    const expected = 'an account to which the administration of findings is delegated';
    const property = propertyPath('');
    if (delegations.length === 0) return { status: 'fail', property, observed: 'none', expected };
    if (delegations.some(({ condition }) => condition === undefined)) return { status: 'pass', property, expected };
    return { status: 'unknown', property, expected, because: 'whether it is made depends on a condition' };
  },
};
