import { atLeast, orAbsent, property } from '../check';
import type { Rule } from '../rule';
import { isNoMember } from './is-no-member';

/**
 * RDS keeps one day when nothing is said; 0 turns backups and point-in-time recovery off. Members of a cluster are
 * backed up by it.
 */
export const rdsBackupRetained: Rule = {
  id: 'rds-backup-retained',
  control: 'BKP-06',
  severity: 'high',
  message: 'Automatic backups of the database are off.',
  remediation: 'Set BackupRetentionPeriod to 7 days or more.',
  types: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  scope: 'resource',
  evaluate: property('BackupRetentionPeriod', orAbsent(atLeast(1, 'day')), isNoMember),
};
