import { staysHome, type RegionPaths } from './region-paths';
import type { Rule } from '../rule';

const PATHS: Readonly<Record<string, RegionPaths>> = {
  'AWS::Backup::BackupPlan': {
    arn: [
      'BackupPlan.BackupPlanRule[].CopyActions[].DestinationBackupVaultArn',
      'BackupPlan.BackupPlanRule[].TargetLogicallyAirGappedBackupVaultArn',
    ],
  },
  'AWS::Backup::ReportPlan': { region: ['ReportSetting.Regions'] },
};

/** The ARN of the vault tells its region. */
export const backupsStayHome: Rule = {
  id: 'backups-stay-home',
  control: 'RES-06',
  message: 'Backups are copied to, or reported for, another region.',
  remediation: 'Name a vault of a region of the profile.',
  types: Object.keys(PATHS),
  scope: 'resource',
  evaluate: staysHome(PATHS),
};
