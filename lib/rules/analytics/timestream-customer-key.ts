import { customerKey, property } from '../check';
import type { Rule } from '../rule';

/** Without it the AWS-managed key is used. */
export const timestreamCustomerKey: Rule = {
  id: 'timestream-customer-key',
  control: 'KEY-02',
  message: 'The database is encrypted with a key that nobody here controls.',
  remediation: 'Name a customer-managed key in KmsKeyId.',
  types: ['AWS::Timestream::Database'],
  scope: 'resource',
  evaluate: property('KmsKeyId', customerKey),
};
