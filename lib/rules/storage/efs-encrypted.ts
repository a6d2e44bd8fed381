import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** CloudFormation makes unencrypted file systems unless it is asked for; it cannot be turned on later. */
export const efsEncrypted: Rule = {
  id: 'efs-encrypted',
  control: 'KEY-01',
  message: 'The file system is not encrypted.',
  remediation: 'Set Encrypted to true, with a customer-managed key in KmsKeyId.',
  types: ['AWS::EFS::FileSystem'],
  scope: 'resource',
  evaluate: property('Encrypted', isTrue),
};
