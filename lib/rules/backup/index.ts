import type { Rule } from '../rule';
import { backupsRetained } from './backups-retained';
import { docdbElasticBackupAWeek } from './docdb-elastic-backup-a-week';
import { memorydbSnapshots } from './memorydb-snapshots';
import { storeInBackupPlan } from './store-in-backup-plan';
import { storeSurvivesDeletion } from './store-survives-deletion';
import { userPoolDeletionProtected } from './user-pool-deletion-protected';
import { vaultCustomerKey } from './vault-customer-key';
import { vaultLocked } from './vault-locked';

/** Rules of the family backup. */
export const backupRules: readonly Rule[] = [
  backupsRetained,
  docdbElasticBackupAWeek,
  memorydbSnapshots,
  storeInBackupPlan,
  storeSurvivesDeletion,
  userPoolDeletionProtected,
  vaultCustomerKey,
  vaultLocked,
];
