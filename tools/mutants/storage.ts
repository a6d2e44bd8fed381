import { adding, both, each, edit, remove, set, unset, where, without } from './edit';
import type { Operator, Site } from './operator';

const BUCKET = 'AWS::S3::Bucket';
const POLICY = 'AWS::S3::BucketPolicy';
const EVERYBODY = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' };

/** Objects of a bucket go after a day. */
export const expireAfterADay = set('LifecycleConfiguration', { Rules: [{ Status: 'Enabled', ExpirationInDays: 1 }] });

/** Services deliver to the bucket: a control says how long such logs stay. */
function takesLogs({ template, logicalId }: Site): boolean {
  return Object.values(template.Resources).some(
    ({ Type, Properties }) =>
      Type === POLICY &&
      JSON.stringify(Properties?.['Bucket']) === JSON.stringify({ Ref: logicalId }) &&
      JSON.stringify(Properties).includes('"Service":"delivery.logs.amazonaws.com"'),
  );
}

/** S3 waits with what has no copy yet, so that a short stay loses no log: that is judged in `within-limits.ts`. */
function copies({ resource }: Site): boolean {
  return resource.Properties?.['ReplicationConfiguration'] !== undefined;
}

/** Buckets, databases, tables, queues, topics, and their backups. */
export const STORAGE: readonly Operator[] = [
  {
    name: 'bucket readable by everybody',
    type: POLICY,
    change: adding('PolicyDocument.Statement', EVERYBODY),
    controls: ['RES-14', 'RES-15'],
  },
  {
    name: 'bucket readable by another account',
    type: POLICY,
    change: adding('PolicyDocument.Statement', { ...EVERYBODY, Principal: { AWS: 'arn:aws:iam::999999999999:root' } }),
    controls: ['RES-14', 'RES-17', 'RES-15', 'LOG-05'],
  },
  {
    name: 'bucket policy without TLS',
    type: POLICY,
    change: without('PolicyDocument.Statement', 'aws:SecureTransport'),
    controls: ['NET-14'],
  },
  { name: 'bucket policy removed', type: POLICY, change: remove, controls: ['NET-14', 'RES-14'] },
  {
    name: 'public access block removed',
    type: BUCKET,
    change: unset('PublicAccessBlockConfiguration'),
    controls: ['RES-15'],
  },
  {
    name: 'public policies no longer blocked',
    type: BUCKET,
    change: set('PublicAccessBlockConfiguration.BlockPublicPolicy', false),
    controls: ['RES-15'],
  },
  {
    name: 'bucket under the provider’s key',
    type: BUCKET,
    change: where(
      'aws:kms',
      edit('BucketEncryption', () => ({
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      })),
    ),
    controls: ['KEY-02', 'LOG-04'],
  },
  {
    name: 'versioning suspended',
    type: BUCKET,
    change: set('VersioningConfiguration.Status', 'Suspended'),
    controls: ['BKP-05', 'BKP-06', 'LOG-02', 'RES-15'],
  },
  {
    name: 'object lock without retention',
    type: BUCKET,
    change: unset('ObjectLockConfiguration.Rule'),
    controls: ['LOG-02', 'LOG-03', 'BKP-05'],
  },
  {
    name: 'object lock that its owner can lift',
    type: BUCKET,
    change: where('COMPLIANCE', set('ObjectLockConfiguration.Rule.DefaultRetention.Mode', 'GOVERNANCE')),
    controls: ['LOG-02', 'LOG-03'],
  },
  {
    name: 'object lock of one day',
    type: BUCKET,
    change: edit('ObjectLockConfiguration.Rule.DefaultRetention', () => ({ Mode: 'COMPLIANCE', Days: 1 })),
    controls: ['LOG-02', 'LOG-03'],
  },
  {
    name: 'logs expire after a day',
    type: BUCKET,
    change: (site) => takesLogs(site) && !copies(site) && expireAfterADay(site),
    controls: ['LOG-03'],
  },
  {
    name: 'logs no longer copied to where they stay',
    type: BUCKET,
    change: (site) => takesLogs(site) && each('ReplicationConfiguration.Rules', { Status: 'Disabled' })(site),
    controls: ['LOG-03'],
  },
  {
    name: 'replication to another region',
    type: BUCKET,
    change: set('ReplicationConfiguration', {
      Role: 'arn:aws:iam::110000000002:role/replication',
      Rules: [
        {
          Status: 'Enabled',
          Priority: 1,
          Filter: {},
          DeleteMarkerReplication: { Status: 'Disabled' },
          Destination: {
            Bucket: 'arn:aws:s3:::records-copy',
            EncryptionConfiguration: { ReplicaKmsKeyID: 'arn:aws:kms:us-east-1:999999999999:key/1' },
          },
        },
      ],
    }),
    controls: ['RES-03'],
  },
  {
    name: 'transfer acceleration',
    type: BUCKET,
    change: set('AccelerateConfiguration', { AccelerationStatus: 'Enabled' }),
    controls: ['RES-09', 'RES-03', 'RES-11'],
  },
  {
    name: 'access lists of objects revived',
    type: BUCKET,
    change: set('OwnershipControls', { Rules: [{ ObjectOwnership: 'ObjectWriter' }] }),
    controls: ['RES-15'],
  },
  {
    name: 'static website',
    type: BUCKET,
    change: set('WebsiteConfiguration', { IndexDocument: 'index.html' }),
    controls: ['RES-15', 'NET-14'],
  },
  {
    name: 'database public',
    type: 'AWS::RDS::DBInstance',
    change: set('PubliclyAccessible', true),
    controls: ['WKL-01'],
  },
  {
    name: 'database not encrypted',
    type: 'AWS::RDS::DBInstance',
    change: set('StorageEncrypted', false),
    controls: ['KEY-01'],
  },
  {
    name: 'database under the provider’s key',
    type: 'AWS::RDS::DBInstance',
    change: unset('KmsKeyId'),
    controls: ['KEY-02'],
  },
  {
    name: 'database can be deleted',
    type: 'AWS::RDS::DBInstance',
    change: set('DeletionProtection', false),
    controls: ['BKP-05'],
  },
  {
    name: 'database without backups',
    type: 'AWS::RDS::DBInstance',
    change: set('BackupRetentionPeriod', 0),
    controls: ['BKP-01', 'BKP-05', 'BKP-06'],
  },
  {
    name: 'database in one zone',
    type: 'AWS::RDS::DBInstance',
    change: where('"MultiAZ":true', set('MultiAZ', false)),
    controls: ['BKP-07'],
  },
  {
    name: 'database without logs',
    type: 'AWS::RDS::DBInstance',
    change: unset('EnableCloudwatchLogsExports'),
    controls: ['LOG-06', 'LOG-03', 'LOG-07'],
  },
  {
    name: 'database accepts plain connections',
    type: 'AWS::RDS::DBParameterGroup',
    change: edit('Parameters', (parameters) => ({ ...(parameters as object), 'rds.force_ssl': '0' })),
    controls: ['NET-14'],
  },
  {
    name: 'table without recovery points',
    type: 'AWS::DynamoDB::Table',
    change: unset('PointInTimeRecoverySpecification'),
    controls: ['BKP-06'],
  },
  {
    name: 'table under the provider’s key',
    type: 'AWS::DynamoDB::Table',
    change: unset('SSESpecification'),
    controls: ['KEY-02', 'KEY-01'],
  },
  {
    name: 'table can be deleted',
    type: 'AWS::DynamoDB::Table',
    change: set('DeletionProtectionEnabled', false),
    controls: ['BKP-05'],
  },
  {
    name: 'queue open to everybody',
    type: 'AWS::SQS::QueuePolicy',
    change: adding('PolicyDocument.Statement', { Effect: 'Allow', Principal: '*', Action: 'sqs:*', Resource: '*' }),
    controls: ['RES-15', 'RES-14', 'IDN-04', 'RES-17'],
  },
  {
    name: 'queue not encrypted',
    type: 'AWS::SQS::Queue',
    change: both(unset('KmsMasterKeyId'), set('SqsManagedSseEnabled', false)),
    controls: ['KEY-01', 'KEY-02'],
  },
  {
    name: 'topic open to everybody',
    type: 'AWS::SNS::TopicPolicy',
    change: adding('PolicyDocument.Statement', {
      Effect: 'Allow',
      Principal: '*',
      Action: 'sns:Subscribe',
      Resource: '*',
    }),
    controls: ['RES-15', 'RES-14', 'IDN-04', 'RES-17'],
  },
  {
    name: 'topic not encrypted',
    type: 'AWS::SNS::Topic',
    change: unset('KmsMasterKeyId'),
    controls: ['KEY-01', 'KEY-02'],
  },
  {
    name: 'backup vault without lock',
    type: 'AWS::Backup::BackupVault',
    change: unset('LockConfiguration'),
    controls: ['BKP-05', 'BKP-02'],
  },
  {
    name: 'backup vault under the provider’s key',
    type: 'AWS::Backup::BackupVault',
    change: unset('EncryptionKeyArn'),
    controls: ['BKP-03', 'KEY-02'],
  },
  {
    name: 'backup vault without policy',
    type: 'AWS::Backup::BackupVault',
    change: unset('AccessPolicy'),
    controls: ['BKP-05', 'BKP-02', 'RES-06'],
  },
  {
    name: 'backups kept for a day',
    type: 'AWS::Backup::BackupPlan',
    change: each('BackupPlan.BackupPlanRule', { Lifecycle: { DeleteAfterDays: 1 } }),
    controls: ['BKP-05', 'BKP-01'],
  },
  {
    name: 'backups copied to another region',
    type: 'AWS::Backup::BackupPlan',
    change: each('BackupPlan.BackupPlanRule', {
      CopyActions: [{ DestinationBackupVaultArn: 'arn:aws:backup:us-east-1:110000000011:backup-vault:copies' }],
    }),
    controls: ['RES-06'],
  },
  {
    name: 'no disconnected copy',
    type: 'AWS::Backup::BackupPlan',
    change: each('BackupPlan.BackupPlanRule', { CopyActions: undefined }),
    controls: ['BKP-02'],
  },
  { name: 'nothing selected for backup', type: 'AWS::Backup::BackupSelection', change: remove, controls: ['BKP-01'] },
  { name: 'no restore tests', type: 'AWS::Backup::RestoreTestingPlan', change: remove, controls: ['BKP-04'] },
];
