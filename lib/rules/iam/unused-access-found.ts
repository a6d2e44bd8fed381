import { TEMPLATE } from '../declarations';
import type { Rule } from '../rule';
import { analyzed, ANALYZER } from './analyzed';

/** One of the organisation finds unused access in all of its accounts. */
export const unusedAccessFound: Rule = {
  id: 'unused-access-found',
  control: 'IDN-09',
  message: 'Nobody finds the rights that nobody uses.',
  remediation: 'Add an analyzer of type ACCOUNT_UNUSED_ACCESS to each account, or one for the organisation.',
  types: [ANALYZER, TEMPLATE],
  scope: 'estate',
  evaluate: analyzed(
    'an analyzer of unused access for every account',
    'ACCOUNT_UNUSED_ACCESS',
    'ORGANIZATION_UNUSED_ACCESS',
  ),
};
