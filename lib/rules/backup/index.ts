import type { Rule } from '../rule';
import { backupPlanCopies } from './backup-plan-copies';
import { backupPlanSelects } from './backup-plan-selects';
import { backupsRetained } from './backups-retained';
import { docdbElasticBackupAWeek } from './docdb-elastic-backup-a-week';
import { estateKeepsRestoreResults } from './estate-keeps-restore-results';
import { estateTestsRestores } from './estate-tests-restores';
import { memorydbSnapshots } from './memorydb-snapshots';
import { restoreTestingSelects } from './restore-testing-selects';
import { storeInBackupPlan } from './store-in-backup-plan';
import { storeSurvivesDeletion } from './store-survives-deletion';
import { userPoolDeletionProtected } from './user-pool-deletion-protected';
import { vaultCustomerKey } from './vault-customer-key';
import { vaultLocked } from './vault-locked';
import { vaultNobodyDeletes } from './vault-nobody-deletes';

/** Rules of the family backup. */
export const backupRules: readonly Rule[] = [
  backupPlanCopies,
  backupPlanSelects,
  backupsRetained,
  docdbElasticBackupAWeek,
  estateKeepsRestoreResults,
  estateTestsRestores,
  memorydbSnapshots,
  restoreTestingSelects,
  storeInBackupPlan,
  storeSurvivesDeletion,
  userPoolDeletionProtected,
  vaultCustomerKey,
  vaultLocked,
  vaultNobodyDeletes,
];
