import { BackupClient, DescribeBackupVaultCommand, GetBackupVaultAccessPolicyCommand } from '@aws-sdk/client-backup';
import { isSamePolicy } from '../compare/canonical';
import { documentOf, isJsonMap } from '../json';
import { orGone, unlessUnset, type Reader } from '../reader';

/** Vaults of backups: their key, their lock, and whom their policy lets in. */
export const VAULT: Reader = {
  type: 'AWS::Backup::BackupVault',
  facets: [
    {
      properties: ['EncryptionKeyArn', 'LockConfiguration'],
      read: ({ physicalId, designed }, access) =>
        orGone(
          access
            .client(BackupClient)
            .send(new DescribeBackupVaultCommand({ BackupVaultName: physicalId }))
            .then(({ EncryptionKeyArn = null, MinRetentionDays = null, MaxRetentionDays = null, LockDate }) => {
              const lock = designed('LockConfiguration');
              // A day from which the lock stands stands for the days until then, which AWS does not tell.
              const days = LockDate && isJsonMap(lock) ? (lock['ChangeableForDays'] ?? null) : null;
              return {
                EncryptionKeyArn,
                LockConfiguration: { MinRetentionDays, MaxRetentionDays, ChangeableForDays: days },
              };
            }),
        ),
    },
    {
      properties: ['AccessPolicy'],
      isSame: isSamePolicy,
      read: async ({ physicalId }, access) => {
        const command = new GetBackupVaultAccessPolicyCommand({ BackupVaultName: physicalId });
        const answer = await unlessUnset(access.client(BackupClient).send(command), 'ResourceNotFoundException');
        return { AccessPolicy: documentOf(answer?.Policy) };
      },
    },
  ],
};
