import { customerKey, property } from '../check';
import type { Rule } from '../rule';

/** Without it the AWS-managed key of S3 is used. */
export const buildCustomerKey: Rule = {
  id: 'build-customer-key',
  control: 'KEY-02',
  message: 'Artefacts of the build are encrypted with a key that nobody here controls.',
  remediation: 'Name a customer-managed key in EncryptionKey.',
  types: ['AWS::CodeBuild::Project'],
  scope: 'resource',
  evaluate: property('EncryptionKey', customerKey),
};
