import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/**
 * New clusters are encrypted by default since January 2025; a template that updates an older cluster changes
 * nothing when it is silent, so it has to say so.
 */
export const redshiftEncrypted: Rule = {
  id: 'redshift-encrypted',
  control: 'KEY-01',
  message: 'The data warehouse does not say that it is encrypted.',
  remediation: 'Set Encrypted to true, with a customer-managed key in KmsKeyId.',
  types: ['AWS::Redshift::Cluster'],
  scope: 'resource',
  evaluate: property('Encrypted', isTrue),
};
