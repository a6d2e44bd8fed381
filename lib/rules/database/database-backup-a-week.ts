import { atLeast, property } from '../check';
import type { Rule } from '../rule';

/**
 * The default is one day: too short for what is noticed after a weekend, and for three generations of backups
 * (BKP-01).
 */
export const databaseBackupAWeek: Rule = {
  id: 'database-backup-a-week',
  control: 'BKP-01',
  severity: 'medium',
  message: 'The cluster keeps backups of less than a week.',
  remediation: 'Set BackupRetentionPeriod to 7 days or more.',
  types: ['AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster', 'AWS::Neptune::DBCluster'],
  scope: 'resource',
  evaluate: property('BackupRetentionPeriod', atLeast(7, 'days')),
};
