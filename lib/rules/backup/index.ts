import type { Rule } from '../rule';
import { backupsRetained } from './backups-retained';
import { storeInBackupPlan } from './store-in-backup-plan';
import { storeSurvivesDeletion } from './store-survives-deletion';
import { vaultCustomerKey } from './vault-customer-key';
import { vaultLocked } from './vault-locked';

/** Rules of the family backup. */
export const backupRules: readonly Rule[] = [
  backupsRetained,
  storeInBackupPlan,
  storeSurvivesDeletion,
  vaultCustomerKey,
  vaultLocked,
];
