import { forSome } from '../../model';
import { among, everyAccount } from '../check';
import { TEMPLATE } from '../declarations';
import type { Rule } from '../rule';

const TYPES = ['AWS::AccessAnalyzer::Analyzer'];

const ofAccount = among('ACCOUNT_UNUSED_ACCESS', 'ORGANIZATION_UNUSED_ACCESS');
const ofOrganization = among('ORGANIZATION_UNUSED_ACCESS');

/** One of the organisation finds unused access in all of its accounts. */
export const unusedAccessFound: Rule = {
  id: 'unused-access-found',
  control: 'IDN-09',
  message: 'Nobody finds the rights that nobody uses.',
  remediation: 'Add an analyzer of type ACCOUNT_UNUSED_ACCESS to each account, or one for the organisation.',
  types: [...TYPES, TEMPLATE],
  scope: 'estate',
  evaluate: everyAccount({
    types: TYPES,
    expected: 'an analyzer of unused access for every account',
    is: ({ properties }) => ofAccount.test(properties['Type']),
    together: ({ graph }) =>
      forSome(
        TYPES.flatMap((type) => graph.ofType(type)),
        ({ properties }) => ofOrganization.test(properties['Type']),
      ),
  }),
};
