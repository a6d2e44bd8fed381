import { accompanied } from '../check';
import type { Rule } from '../rule';

/** By tags or by names: what the selection matches is another question. */
export const backupPlanSelects: Rule = {
  id: 'backup-plan-selects',
  control: 'BKP-01',
  message: 'The backup plan backs nothing up.',
  remediation: 'Add a BackupSelection to the plan, by tags or by the ARNs of what it is for.',
  types: ['AWS::Backup::BackupPlan'],
  scope: 'resource',
  evaluate: accompanied({
    namings: [{ type: 'AWS::Backup::BackupSelection', path: 'BackupPlanId' }],
    expected: 'a selection of the plan',
  }),
};
