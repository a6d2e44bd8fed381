import { and } from '../../model';
import { forbid, IDENTITY_POLICY_TYPES, identityDocuments, includesText, isAllow, onEverything } from '../policy';
import type { Rule } from '../rule';

/** Also a boundary that allows all counts: it bounds nothing. */
export const iamNoFullAdministration: Rule = {
  id: 'iam-no-full-administration',
  control: 'IDN-04',
  severity: 'critical',
  message: 'The policy allows everything on everything.',
  remediation: 'List actions and resources.',
  types: IDENTITY_POLICY_TYPES,
  scope: 'resource',
  evaluate: forbid({
    documents: identityDocuments,
    expected: 'named actions on named resources',
    is: (item) => and(isAllow(item), includesText(item.actions, '*'), onEverything(item)),
  }),
};
