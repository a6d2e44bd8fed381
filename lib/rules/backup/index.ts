import type { Rule } from '../rule';
import { backupsRetained } from './backups-retained';
import { docdbElasticBackupAWeek } from './docdb-elastic-backup-a-week';
import { memorydbSnapshots } from './memorydb-snapshots';
import { estateTestsRestores } from './estate-tests-restores';
import { restoreTestingSelects } from './restore-testing-selects';
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
  estateTestsRestores,
  restoreTestingSelects,
  storeInBackupPlan,
  storeSurvivesDeletion,
  userPoolDeletionProtected,
  vaultCustomerKey,
  vaultLocked,
];
