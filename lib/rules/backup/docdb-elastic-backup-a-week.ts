import { atLeast, property } from '../check';
import type { Rule } from '../rule';

/** The default is one day. */
export const docdbElasticBackupAWeek: Rule = {
  id: 'docdb-elastic-backup-a-week',
  control: 'BKP-01',
  severity: 'medium',
  message: 'The cluster keeps backups of less than a week.',
  remediation: 'Set BackupRetentionPeriod to 7 days or more.',
  types: ['AWS::DocDBElastic::Cluster'],
  scope: 'resource',
  evaluate: property('BackupRetentionPeriod', atLeast(7, 'days')),
};
