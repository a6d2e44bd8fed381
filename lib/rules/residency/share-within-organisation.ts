import { isFalse, property } from '../check';
import type { Rule } from '../rule';

/** True unless it is told otherwise. */
export const shareWithinOrganisation: Rule = {
  id: 'share-within-organisation',
  control: 'RES-17',
  message: 'Resources can be shared with accounts outside the organisation.',
  remediation: 'Set AllowExternalPrincipals to false.',
  types: ['AWS::RAM::ResourceShare'],
  scope: 'resource',
  evaluate: property('AllowExternalPrincipals', isFalse),
};
