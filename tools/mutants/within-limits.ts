import { remove, set, where } from './edit';
import type { Operator } from './operator';
import { expireAfterADay } from './storage';

/** What stays within all that the controls ask, and is less than it was: seen against a baseline only. */
export const WITHIN_LIMITS: readonly Operator[] = [
  {
    name: 'backups locked for fewer days',
    type: 'AWS::Backup::BackupVault',
    change: set('LockConfiguration.MinRetentionDays', 31),
    controls: ['CHG-02'],
  },
  {
    name: 'database backups kept for fewer days',
    type: 'AWS::RDS::DBInstance',
    change: set('BackupRetentionPeriod', 34),
    controls: ['CHG-02'],
  },
  {
    name: 'logs kept for fewer days',
    type: 'AWS::Logs::LogGroup',
    change: where('"RetentionInDays":400', set('RetentionInDays', 365)),
    controls: ['CHG-02'],
  },
  {
    name: 'locked logs kept for fewer days',
    type: 'AWS::S3::Bucket',
    change: where('"DefaultRetention"', set('ObjectLockConfiguration.Rule.DefaultRetention.Days', 390)),
    controls: ['CHG-02'],
  },
  // S3 lets nothing expire of which the copy is pending or has failed; the copies stay.
  {
    name: 'logs expire after a day where they are copied',
    type: 'AWS::S3::Bucket',
    change: where(
      '"ReplicationConfiguration"',
      set('LifecycleConfiguration', { Rules: [{ Status: 'Enabled', ExpirationInDays: 1 }] }),
    ),
    controls: ['CHG-02'],
  },
  // How long other objects stay, no control says.
  {
    name: 'objects expire after a day',
    type: 'AWS::S3::Bucket',
    change: expireAfterADay,
    controls: ['CHG-02'],
  },
  {
    name: 'sessions twice as long',
    type: 'AWS::IAM::Role',
    change: where('"MaxSessionDuration":3600', set('MaxSessionDuration', 7200)),
    controls: ['CHG-02'],
  },
  {
    name: 'keys rotated half as often',
    type: 'AWS::KMS::Key',
    change: set('RotationPeriodInDays', 730),
    controls: ['CHG-02'],
  },
  {
    name: 'keys deleted after a week',
    type: 'AWS::KMS::Key',
    change: set('PendingWindowInDays', 7),
    controls: ['CHG-02'],
  },
  // An organisation's analyser covers what one of an account does, and the other way round.
  {
    name: 'access no longer analysed',
    type: 'AWS::AccessAnalyzer::Analyzer',
    change: remove,
    controls: ['CHG-02'],
  },
  // Controls ask for it where an account keeps objects.
  {
    name: 'sensitive data no longer looked for',
    type: 'AWS::Macie::Session',
    change: remove,
    controls: ['CHG-02'],
  },
  // Controls ask for alarms on some changes; a landing zone has many more.
  { name: 'alarm removed', type: 'AWS::CloudWatch::Alarm', change: remove, controls: ['CHG-02'] },
];
