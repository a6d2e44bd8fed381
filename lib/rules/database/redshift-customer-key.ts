import { customerKey, property } from '../check';
import type { Rule } from '../rule';

/** Without KmsKeyId an AWS-managed key is used. */
export const redshiftCustomerKey: Rule = {
  id: 'redshift-customer-key',
  control: 'KEY-02',
  message: 'The data warehouse uses a key that nobody here controls.',
  remediation: 'Name a customer-managed key in KmsKeyId.',
  types: ['AWS::Redshift::Cluster'],
  scope: 'resource',
  evaluate: property('KmsKeyId', customerKey),
};
