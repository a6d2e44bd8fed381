import { atLeast, property } from '../check';
import type { Rule } from '../rule';

/** A logically air-gapped vault is locked by its type and not judged. */
export const vaultLocked: Rule = {
  id: 'vault-locked',
  control: 'BKP-02',
  message: 'Whoever administers backups can delete them.',
  remediation: 'Set LockConfiguration with MinRetentionDays.',
  types: ['AWS::Backup::BackupVault'],
  scope: 'resource',
  evaluate: property('LockConfiguration.MinRetentionDays', atLeast(1, 'day')),
};
