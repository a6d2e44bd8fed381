import { customerKey, property } from '../check';
import type { Rule } from '../rule';

/** CloudWatch Logs always encrypts; without KmsKeyId with its own key. */
export const logGroupCustomerKey: Rule = {
  id: 'log-group-customer-key',
  control: 'LOG-04',
  message: 'The logs are encrypted with a key that nobody here controls.',
  remediation: 'Name a customer-managed key in KmsKeyId.',
  types: ['AWS::Logs::LogGroup'],
  scope: 'resource',
  evaluate: property('KmsKeyId', customerKey),
};
