import { all, atLeast, present, property } from '../check';
import type { Rule } from '../rule';

/** Not set keeps backups for ever, which nobody decided. */
export const backupsRetained: Rule = {
  id: 'backups-retained',
  control: 'BKP-01',
  severity: 'medium',
  message: 'Backups are deleted within a week, or nobody said when.',
  remediation: 'Set Lifecycle.DeleteAfterDays to 7 or more.',
  types: ['AWS::Backup::BackupPlan'],
  scope: 'resource',
  evaluate: property('BackupPlan.BackupPlanRule[].Lifecycle.DeleteAfterDays', all(present, atLeast(7, 'days'))),
};
