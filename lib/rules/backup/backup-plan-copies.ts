import { field, filled, guarded, inLandingZone, property, some } from '../check';
import type { Rule } from '../rule';

/** Asked of landing zones. That the other vault is out of reach of production is shown by its own account and its lock. */
export const backupPlanCopies: Rule = {
  id: 'backup-plan-copies',
  control: 'BKP-02',
  message: 'No copy of the backups leaves the vault in which they are made.',
  remediation: 'Add CopyActions to a rule of the plan, into a locked or air-gapped vault.',
  types: ['AWS::Backup::BackupPlan'],
  scope: 'resource',
  evaluate: guarded(inLandingZone, property('BackupPlan.BackupPlanRule', some(field('CopyActions', filled)))),
};
