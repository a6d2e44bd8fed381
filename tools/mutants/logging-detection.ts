import { edit, remove, set, unset, where, without } from './edit';
import type { Operator } from './operator';

const TRAIL = 'AWS::CloudTrail::Trail';

/** The record, and who looks at it. */
export const LOGGING_AND_DETECTION: readonly Operator[] = [
  { name: 'trail stopped', type: TRAIL, change: set('IsLogging', false), controls: ['LOG-01'] },
  { name: 'trail removed', type: TRAIL, change: remove, controls: ['LOG-01'] },
  { name: 'trail of one region', type: TRAIL, change: set('IsMultiRegionTrail', false), controls: ['LOG-01'] },
  { name: 'trail of one account', type: TRAIL, change: set('IsOrganizationTrail', false), controls: ['LOG-01'] },
  {
    name: 'trail without global events',
    type: TRAIL,
    change: set('IncludeGlobalServiceEvents', false),
    controls: ['LOG-01'],
  },
  { name: 'trail without digests', type: TRAIL, change: set('EnableLogFileValidation', false), controls: ['LOG-02'] },
  { name: 'trail under the provider’s key', type: TRAIL, change: unset('KMSKeyId'), controls: ['LOG-04', 'KEY-02'] },
  {
    name: 'trail without data events',
    type: TRAIL,
    change: without('AdvancedEventSelectors', '"Data"'),
    controls: ['LOG-07'],
  },
  { name: 'logs kept for a day', type: 'AWS::Logs::LogGroup', change: set('RetentionInDays', 1), controls: ['LOG-03'] },
  {
    name: 'logs under the provider’s key',
    type: 'AWS::Logs::LogGroup',
    change: unset('KmsKeyId'),
    controls: ['LOG-04', 'KEY-02'],
  },
  {
    name: 'recorder of some types only',
    type: 'AWS::Config::ConfigurationRecorder',
    change: edit('RecordingGroup', () => ({ AllSupported: false, ResourceTypes: ['AWS::S3::Bucket'] })),
    controls: ['GOV-11', 'DET-03'],
  },
  {
    name: 'recorder removed',
    type: 'AWS::Config::ConfigurationRecorder',
    change: remove,
    controls: ['GOV-11', 'DET-03'],
  },
  {
    name: 'history delivered nowhere',
    type: 'AWS::Config::DeliveryChannel',
    change: remove,
    controls: ['GOV-11', 'DET-03', 'LOG-06'],
  },
  {
    name: 'aggregation removed',
    type: 'AWS::Config::ConfigurationAggregator',
    change: remove,
    controls: ['GOV-11', 'DET-02', 'DET-03'],
  },
  {
    name: 'conformance pack removed',
    type: 'AWS::Config::ConformancePack',
    change: remove,
    controls: ['DET-03', 'DET-02'],
  },
  { name: 'drift no longer detected', type: 'AWS::Config::ConfigRule', change: remove, controls: ['CHG-04'] },
  {
    name: 'threat detection off',
    type: 'AWS::GuardDuty::Detector',
    change: set('Enable', false),
    controls: ['DET-01'],
  },
  { name: 'threat detection removed', type: 'AWS::GuardDuty::Detector', change: remove, controls: ['DET-01'] },
  {
    name: 'threat detection without malware scans',
    type: 'AWS::GuardDuty::Detector',
    change: without('Features', 'EBS_MALWARE_PROTECTION'),
    controls: ['DET-01', 'DET-07', 'DET-09'],
  },
  { name: 'posture no longer judged', type: 'AWS::SecurityHub::Hub', change: remove, controls: ['DET-02'] },
  {
    name: 'a standard no longer judged',
    type: 'AWS::SecurityHub::Standard',
    change: where('foundational', remove),
    controls: ['DET-02'],
  },
  {
    name: 'alarm without receiver',
    type: 'AWS::CloudWatch::Alarm',
    change: unset('AlarmActions'),
    controls: ['DET-04', 'DET-05', 'LOG-09'],
  },
  {
    name: 'alert rule switched off',
    type: 'AWS::Events::Rule',
    change: where('"EventPattern"', set('State', 'DISABLED')),
    controls: ['DET-04', 'DET-05', 'LOG-09', 'LOG-11'],
  },
  {
    name: 'alerts that nobody receives',
    type: 'AWS::SNS::Subscription',
    change: remove,
    controls: ['DET-05'],
  },
  {
    name: 'snapshots may be public',
    type: 'AWS::EC2::SnapshotBlockPublicAccess',
    change: set('State', 'unblocked'),
    controls: ['RES-16'],
  },
];
