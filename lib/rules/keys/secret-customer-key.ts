import { customerKey, property } from '../check';
import type { Rule } from '../rule';

/** Without KmsKeyId the AWS-managed key is used. */
export const secretCustomerKey: Rule = {
  id: 'secret-customer-key',
  control: 'KEY-02',
  message: 'The secret is encrypted with a key that every reader of the account may use.',
  remediation: 'Name a customer-managed key in KmsKeyId.',
  types: ['AWS::SecretsManager::Secret'],
  scope: 'resource',
  evaluate: property('KmsKeyId', customerKey),
};
