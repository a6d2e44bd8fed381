import type { PathRow } from '../row';

// One path, one line.
// prettier-ignore
export const backupPaths: readonly PathRow[] = [
  ['Backup::BackupPlan', 'BackupPlan.BackupPlanRule[].CopyActions[].DestinationBackupVaultArn', 'arn-region-not-allowed', 'data', 'critical', 'backups', 'Copies every recovery point to another vault (region and account are in the ARN)', 'dd2192a950303559'],
  ['Backup::BackupPlan', 'BackupPlan.BackupPlanRule[].TargetLogicallyAirGappedBackupVaultArn', 'arn-region-not-allowed', 'data', 'high', 'backups', 'Writes recovery points straight to a logically air-gapped vault', 'dd2192a950303559'],
  ['Backup::BackupVault', 'AccessPolicy', 'policy-external-principal', 'data', 'high', 'sharing', 'Vault policy may let other accounts copy recovery points out', 'bbc9ab442cde9ecc', { to: 'another account' }],
  ['Backup::ReportPlan', 'ReportDeliveryChannel.S3BucketName', 'unresolvable-name', 'metadata', 'low', 'buckets', 'Backup reports delivered to a bucket', 'b6617ce001d17d2f'],
  ['Backup::ReportPlan', 'ReportSetting.Regions', 'region-not-allowed', 'metadata', 'low', 'backups', 'Report aggregates other regions', 'b6617ce001d17d2f'],
];
