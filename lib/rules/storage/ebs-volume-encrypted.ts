import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Encryption by default is a setting of the account that a template does not show. */
export const ebsVolumeEncrypted: Rule = {
  id: 'ebs-volume-encrypted',
  control: 'KEY-01',
  message: 'The volume does not say that it is encrypted.',
  remediation: 'Set Encrypted to true, with a customer-managed key in KmsKeyId.',
  types: ['AWS::EC2::Volume'],
  scope: 'resource',
  evaluate: property('Encrypted', isTrue),
};
