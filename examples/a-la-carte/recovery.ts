import { type App, aws_kms as kms, Stack } from 'aws-cdk-lib';
import { RestoreTesting, TieredBackup } from '../../constructs/recovery';

/** Locked backups of whatever carries the tag `lionrock:backup-tier`, and monthly proof that they can be restored. */
export function recoveryExample(app: App): Stack {
  const stack = new Stack(app, 'Recovery');
  const encryptionKey = new kms.Key(stack, 'Key', { enableKeyRotation: true });
  const backups = new TieredBackup(stack, 'Backup', { encryptionKey, timeZone: 'Asia/Hong_Kong' });
  new RestoreTesting(stack, 'Restore', { vaults: [backups.vault], planName: 'monthly', types: ['RDS', 'DynamoDB'] });
  return stack;
}
