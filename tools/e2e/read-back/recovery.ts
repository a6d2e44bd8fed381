import { BackupClient, DescribeBackupVaultCommand, GetBackupPlanCommand } from '@aws-sdk/client-backup';
import { expected, ofEach, type ReadBack } from './read-back';

/** Vaults are encrypted by a key of the account, and locked. */
export const VAULTS: ReadBack = ofEach(
  'AWS::Backup::BackupVault',
  'vaults of backups are encrypted and locked',
  async ({ account, physicalId, properties }, deployed) => {
    const client = new BackupClient(await deployed.client(account));
    const vault = await client.send(new DescribeBackupVaultCommand({ BackupVaultName: physicalId }));
    client.destroy();
    const { MinRetentionDays, MaxRetentionDays } = properties['LockConfiguration'] as Record<string, number>;
    return [
      vault.EncryptionKeyArn === undefined && 'it is not encrypted by a key',
      expected('locked', true, vault.Locked),
      expected('shortest retention', MinRetentionDays, vault.MinRetentionDays),
      expected('longest retention', MaxRetentionDays, vault.MaxRetentionDays),
    ];
  },
);

/** Plans have the rules of the template. */
export const PLANS: ReadBack = ofEach(
  'AWS::Backup::BackupPlan',
  'plans of backups have the rules of the template',
  async ({ account, physicalId, properties }, deployed) => {
    const client = new BackupClient(await deployed.client(account));
    const { BackupPlan: plan } = await client.send(new GetBackupPlanCommand({ BackupPlanId: physicalId }));
    client.destroy();
    const { BackupPlanRule: rules } = properties['BackupPlan'] as { readonly BackupPlanRule: readonly unknown[] };
    return [expected('rules', rules.length, plan?.Rules?.length)];
  },
);
