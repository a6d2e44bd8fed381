import { customerKey, property } from '../check';
import type { Rule } from '../rule';

/** Without it a key that AWS owns is used. */
export const kendraCustomerKey: Rule = {
  id: 'kendra-customer-key',
  control: 'KEY-02',
  message: 'The index is encrypted with a key that nobody here controls.',
  remediation: 'Name a customer-managed key in ServerSideEncryptionConfiguration.KmsKeyId.',
  types: ['AWS::Kendra::Index'],
  scope: 'resource',
  evaluate: property('ServerSideEncryptionConfiguration.KmsKeyId', customerKey),
};
