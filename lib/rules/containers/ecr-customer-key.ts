import { among, property } from '../check';
import type { Rule } from '../rule';

/** ECR encrypts with a key of its own unless another is asked for; it cannot be changed later. */
export const ecrCustomerKey: Rule = {
  id: 'ecr-customer-key',
  control: 'KEY-02',
  message: 'Images are encrypted with a key that nobody here controls.',
  remediation: 'Set EncryptionConfiguration with EncryptionType KMS and a KmsKey.',
  types: ['AWS::ECR::Repository'],
  scope: 'resource',
  evaluate: property('EncryptionConfiguration.EncryptionType', among('KMS', 'KMS_DSSE')),
};
