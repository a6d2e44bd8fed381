import { or } from '../../model';
import { among, everyAccount } from '../check';
import { TEMPLATE } from '../declarations';
import type { Rule } from '../rule';

const TYPES = ['AWS::AccessAnalyzer::Analyzer'];

const external = among('ACCOUNT', 'ORGANIZATION');
const ofOrganization = among('ORGANIZATION');

/** One of the organisation finds access from outside it in all of its accounts. */
export const externalAccessFound: Rule = {
  id: 'external-access-found',
  control: 'RES-17',
  message: 'Nobody finds what is shared with others.',
  remediation: 'Add an analyzer of type ACCOUNT to each account, or of type ORGANIZATION for all.',
  types: [...TYPES, TEMPLATE],
  scope: 'estate',
  evaluate: everyAccount({
    types: TYPES,
    expected: 'an analyzer of external access for every account',
    is: ({ properties }) => external.test(properties['Type']),
    together: ({ graph }) =>
      or(
        ...TYPES.flatMap((type) => graph.ofType(type)).map(({ properties }) => ofOrganization.test(properties['Type'])),
      ),
  }),
};
