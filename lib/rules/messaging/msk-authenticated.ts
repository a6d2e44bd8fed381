import { isNotTrue, property } from '../check';
import type { Rule } from '../rule';

/** A cluster without ClientAuthentication lets everybody in who reaches it only if this is on. */
export const mskAuthenticated: Rule = {
  id: 'msk-authenticated',
  control: 'IDN-12',
  category: 'public-exposure',
  message: 'Kafka clients need not say who they are.',
  remediation: 'Set ClientAuthentication.Unauthenticated.Enabled to false, and use IAM.',
  types: ['AWS::MSK::Cluster'],
  scope: 'resource',
  evaluate: property('ClientAuthentication.Unauthenticated.Enabled', isNotTrue),
};
