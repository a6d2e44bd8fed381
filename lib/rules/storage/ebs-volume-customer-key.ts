import { customerKey, property } from '../check';
import type { Rule } from '../rule';

/** Without KmsKeyId the account’s default key for EBS is used. */
export const ebsVolumeCustomerKey: Rule = {
  id: 'ebs-volume-customer-key',
  control: 'KEY-02',
  message: 'The volume uses a key that nobody here controls.',
  remediation: 'Name a customer-managed key in KmsKeyId.',
  types: ['AWS::EC2::Volume'],
  scope: 'resource',
  evaluate: property('KmsKeyId', customerKey),
};
