import { isFalse, property } from '../check';
import type { Rule } from '../rule';

/** Without EncryptionOptions a key that AWS owns is used. */
export const mqCustomerKey: Rule = {
  id: 'mq-customer-key',
  control: 'KEY-02',
  message: 'The broker encrypts with a key that nobody here controls.',
  remediation: 'Set EncryptionOptions with UseAwsOwnedKey false and a KmsKeyId.',
  types: ['AWS::AmazonMQ::Broker'],
  scope: 'resource',
  evaluate: property('EncryptionOptions.UseAwsOwnedKey', isFalse),
};
