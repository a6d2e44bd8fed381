import { type App, aws_kms as kms, Stack } from 'aws-cdk-lib';
import { BackupEvidence, RestoreTesting, TieredBackup } from '../../constructs/recovery';
import { profileById } from '../../lib/profiles';

/** Locked backups of whatever carries the tag `lionrock:backup-tier`, and monthly proof that they can be restored. */
export function recoveryExample(app: App): Stack {
  const stack = new Stack(app, 'Recovery');
  const encryptionKey = new kms.Key(stack, 'Key', { enableKeyRotation: true });
  const backups = new TieredBackup(stack, 'Backup', { encryptionKey, timeZone: 'Asia/Hong_Kong' });
  new RestoreTesting(stack, 'Restore', { vaults: [backups.vault], planName: 'monthly', types: ['RDS', 'DynamoDB'] });
  new BackupEvidence(stack, 'Evidence', { name: 'agency', encryptionKey, profile: profileById('hk-s17') });
  return stack;
}
