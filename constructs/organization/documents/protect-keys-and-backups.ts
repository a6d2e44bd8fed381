import { deny, type DenyStatement } from './deny-statement';
import type { GuardrailScope } from './guardrail-scope';

/** Actions after which data encrypted with a key cannot be read. */
export const KEY_DESTRUCTION = [
  'kms:DeleteCustomKeyStore',
  'kms:DeleteImportedKeyMaterial',
  'kms:DisableKey',
  'kms:DisconnectCustomKeyStore',
  'kms:ScheduleKeyDeletion',
] as const;

/** Actions that delete backups or shorten how long they are kept. */
export const BACKUP_DESTRUCTION = [
  'backup:DeleteBackupVault',
  'backup:DeleteBackupVaultAccessPolicy',
  'backup:DeleteBackupVaultLockConfiguration',
  'backup:DeleteRecoveryPoint',
  'backup:DisassociateRecoveryPoint',
  'backup:UpdateRecoveryPointLifecycle',
] as const;

/** Days between asking for a key's deletion and the deletion (control KEY-06). */
const DELETION_WINDOW_DAYS = '30';

/** Keys and backups are destroyed by break-glass only, and keys never sooner than after 30 days. */
export function protectKeysAndBackups(scope: GuardrailScope): readonly DenyStatement[] {
  return [
    deny('DenyDestroyingKeys', KEY_DESTRUCTION, { except: scope.breakGlassRoles }),
    deny('DenyQuickKeyDeletion', 'kms:ScheduleKeyDeletion', {
      when: { NumericLessThan: { 'kms:ScheduleKeyDeletionPendingWindowInDays': DELETION_WINDOW_DAYS } },
    }),
    deny('DenyStoppingKeyRotation', 'kms:DisableKeyRotation', {
      except: [...scope.breakGlassRoles, ...scope.platformRoles],
    }),
    deny('DenyDestroyingBackups', BACKUP_DESTRUCTION, { except: scope.breakGlassRoles }),
    deny(
      'DenyChangingBackups',
      ['backup:DeleteBackupPlan', 'backup:DeleteBackupSelection', 'backup:PutBackupVaultAccessPolicy'],
      { except: [...scope.breakGlassRoles, ...scope.platformRoles] },
    ),
  ];
}
