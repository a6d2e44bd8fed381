import { customerKey, property } from '../check';
import type { Rule } from '../rule';

/** Without KmsKeyId the AWS-managed key is used. */
export const efsCustomerKey: Rule = {
  id: 'efs-customer-key',
  control: 'KEY-02',
  message: 'The file system uses a key that nobody here controls.',
  remediation: 'Name a customer-managed key in KmsKeyId.',
  types: ['AWS::EFS::FileSystem'],
  scope: 'resource',
  evaluate: property('KmsKeyId', customerKey),
};
