/** Calls by which one thing that watches is blinded. */
interface Tampering {
  /** Service that is called, as in its endpoint. */
  readonly service: string;
  readonly description: string;
  readonly calls: readonly string[];
}

/** What is watched, by the name of its rule. */
export const TAMPERING: Readonly<Record<string, Tampering>> = {
  trail: {
    service: 'cloudtrail',
    description: 'The trail was stopped, deleted, or records less',
    calls: ['DeleteTrail', 'PutEventSelectors', 'PutInsightSelectors', 'StopLogging', 'UpdateTrail'],
  },
  recorder: {
    service: 'config',
    description: 'The configuration recorder was stopped, or delivers elsewhere',
    calls: [
      'DeleteConfigurationRecorder',
      'DeleteDeliveryChannel',
      'PutConfigurationRecorder',
      'PutDeliveryChannel',
      'StopConfigurationRecorder',
    ],
  },
  keys: {
    service: 'kms',
    description: 'A key was disabled, scheduled for deletion, or given another policy',
    calls: ['DeleteImportedKeyMaterial', 'DisableKey', 'DisableKeyRotation', 'PutKeyPolicy', 'ScheduleKeyDeletion'],
  },
  buckets: {
    service: 's3',
    description: 'The policy, lock, lifecycle or privacy of a bucket was changed',
    calls: [
      'DeleteBucket',
      'DeleteBucketEncryption',
      'DeleteBucketPolicy',
      'DeleteBucketPublicAccessBlock',
      'DeleteBucketReplication',
      'DeletePublicAccessBlock',
      'PutBucketAcl',
      'PutBucketEncryption',
      'PutBucketLifecycle',
      'PutBucketLogging',
      'PutBucketObjectLockConfiguration',
      'PutBucketPolicy',
      'PutBucketPublicAccessBlock',
      'PutBucketReplication',
      'PutBucketVersioning',
    ],
  },
  'flow-logs': { service: 'ec2', description: 'Flow logs were deleted', calls: ['DeleteFlowLogs'] },
  firewall: {
    service: 'network-firewall',
    description: 'The logging of a firewall was changed',
    calls: ['UpdateLoggingConfiguration'],
  },
  'log-groups': {
    service: 'logs',
    description: 'A log group was deleted, keeps or protects its events less, or is no longer collected',
    calls: [
      'DeleteAccountPolicy',
      'DeleteDataProtectionPolicy',
      'DeleteDestination',
      'DeleteLogGroup',
      'DeleteLogStream',
      'DeleteRetentionPolicy',
      'DeleteSubscriptionFilter',
      'DisassociateKmsKey',
      'PutAccountPolicy',
      'PutDestination',
      'PutDestinationPolicy',
      'PutRetentionPolicy',
    ],
  },
  streams: {
    service: 'firehose',
    description: 'A stream that delivers logs was deleted, delivers elsewhere, or no longer encrypts',
    calls: ['DeleteDeliveryStream', 'StopDeliveryStreamEncryption', 'UpdateDestination'],
  },
  sessions: {
    service: 'ssm',
    description: 'What Session Manager records was changed',
    calls: ['DeleteDocument', 'UpdateDocument', 'UpdateDocumentDefaultVersion'],
  },
  detection: {
    service: 'guardduty',
    description: 'Threat detection was switched off or taught to look away',
    calls: [
      'CreateFilter',
      'CreateIPSet',
      'DeleteDetector',
      'DeletePublishingDestination',
      'DisassociateFromAdministratorAccount',
      'UpdateDetector',
    ],
  },
  posture: {
    service: 'securityhub',
    description: 'Security Hub or one of its standards was switched off',
    calls: ['BatchDisableStandards', 'DisableSecurityHub', 'DisassociateFromAdministratorAccount'],
  },
  alarms: {
    service: 'events',
    description: 'A rule that raises alarms was disabled, deleted or lost its target',
    calls: ['DeleteRule', 'DisableRule', 'RemoveTargets'],
  },
};
