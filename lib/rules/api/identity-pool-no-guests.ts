import { isNotTrue, property } from '../check';
import type { Rule } from '../rule';

/** The property is required. */
export const identityPoolNoGuests: Rule = {
  id: 'identity-pool-no-guests',
  control: 'WKL-08',
  message: 'Anybody gets AWS credentials from the identity pool.',
  remediation: 'Set AllowUnauthenticatedIdentities to false.',
  types: ['AWS::Cognito::IdentityPool'],
  scope: 'resource',
  evaluate: property('AllowUnauthenticatedIdentities', isNotTrue),
};
