import { field, filled, guarded, inLandingZone, property, some, type Guard } from '../check';
import type { Rule } from '../rule';

/** The landing zone copies into vaults of this type, which some regions do not publish. */
const hasAirGappedVaults: Guard = ({ template: { region } }, { profile }) =>
  !profile.absentTypes[region ?? '']?.has('AWS::Backup::LogicallyAirGappedBackupVault');

/** Asked of landing zones where the region has air-gapped vaults. That the other vault is out of reach of production is shown by its own account and its lock. */
export const backupPlanCopies: Rule = {
  id: 'backup-plan-copies',
  control: 'BKP-02',
  message: 'No copy of the backups leaves the vault in which they are made.',
  remediation: 'Add CopyActions to a rule of the plan, into a locked or air-gapped vault.',
  types: ['AWS::Backup::BackupPlan'],
  scope: 'resource',
  evaluate: guarded(
    (plan, context) => inLandingZone(plan, context) === true && hasAirGappedVaults(plan, context),
    property('BackupPlan.BackupPlanRule', some(field('CopyActions', filled))),
  ),
};
