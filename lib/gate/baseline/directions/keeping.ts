import { RETENTION_SHORTENED } from '../../claims';
import { later, more, ranked } from '../scales';
import { named, type Direction } from './direction';

const NEVER = Number.POSITIVE_INFINITY;

/** Data, logs and backups are kept. */
export const KEEPING: readonly Direction[] = [
  { property: named('RetentionInDays'), types: /^AWS::Logs::/, weaker: more(NEVER), rule: RETENTION_SHORTENED },
  {
    property: named('ExpirationInDays', 'NoncurrentVersionExpirationInDays', 'NoncurrentDays'),
    weaker: more(NEVER),
    rule: RETENTION_SHORTENED,
  },
  { property: named('ExpirationDate'), types: /^AWS::S3::Bucket$/, weaker: later, rule: RETENTION_SHORTENED },
  { property: named('DeleteAfterDays', 'MaxRetentionDays'), weaker: more(NEVER), rule: RETENTION_SHORTENED },
  { property: named('BackupRetentionPeriod'), weaker: more(1), rule: RETENTION_SHORTENED },
  {
    property: named('RetentionPeriodHours', 'DataRetentionInHours'),
    types: /^AWS::Kinesis/,
    weaker: more(24),
    rule: RETENTION_SHORTENED,
  },
  {
    property: named(
      'MinRetentionDays',
      'SnapshotRetentionLimit',
      'AutomaticSnapshotRetentionPeriod',
      'PreferredBackupRetention',
      'AutomaticBackupRetentionDays',
      'RecoveryPointInTimeDays',
    ),
    weaker: more(0),
    rule: RETENTION_SHORTENED,
  },
  { property: named('PendingWindowInDays'), weaker: more(30), rule: RETENTION_SHORTENED },
  { property: /DefaultRetention\.(?:Days|Years)$/, weaker: more(0), rule: RETENTION_SHORTENED },
  { property: /DefaultRetention\.Mode$/, weaker: ranked(['GOVERNANCE', 'COMPLIANCE']), rule: RETENTION_SHORTENED },
];
