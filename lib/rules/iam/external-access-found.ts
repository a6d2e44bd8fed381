import { TEMPLATE } from '../declarations';
import type { Rule } from '../rule';
import { analyzed, ANALYZER } from './analyzed';

/** One of the organisation finds access from outside it in all of its accounts. */
export const externalAccessFound: Rule = {
  id: 'external-access-found',
  control: 'RES-17',
  message: 'Nobody finds what is shared with others.',
  remediation: 'Add an analyzer of type ACCOUNT to each account, or of type ORGANIZATION for all.',
  types: [ANALYZER, TEMPLATE],
  scope: 'estate',
  evaluate: analyzed('an analyzer of external access for every account', 'ACCOUNT', 'ORGANIZATION'),
};
