import { customerKey, property } from '../check';
import type { Rule } from '../rule';

/** Without it the AWS-managed key is used. */
export const vaultCustomerKey: Rule = {
  id: 'vault-customer-key',
  control: 'BKP-03',
  message: 'The vault’s backups are encrypted with a key that nobody here controls.',
  remediation: 'Name a customer-managed key in EncryptionKeyArn.',
  types: ['AWS::Backup::BackupVault'],
  scope: 'resource',
  evaluate: property('EncryptionKeyArn', customerKey),
};
