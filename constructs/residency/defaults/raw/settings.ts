import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { property } from '../../property';
import type { StackDefaults } from '../stack-defaults';

/**
 * Settings of one kind of resource, by their paths below Properties; each is written where nothing is said. A function is
 * called then, and only then.
 */
export type RawSettings = (
  resource: IConstruct,
  stack: StackDefaults,
  /** Properties as the template has them so far. */
  given: unknown,
) => Readonly<Record<string, unknown>>;

const keyArn: (path: string) => RawSettings = (path) => (resource, stack) => ({ [path]: stack.key(resource).keyArn });

const cluster: RawSettings = (resource, stack) => ({
  StorageEncrypted: true,
  KmsKeyId: stack.key(resource).keyArn,
  DeletionProtection: true,
  BackupRetentionPeriod: 35,
});

/**
 * What resources without a construct of their own, or made as L1, get where their properties say nothing. What the
 * injectors give to L2 constructs is the same: it is found here already.
 */
export const RAW_SETTINGS: Readonly<Record<string, RawSettings>> = {
  'AWS::S3::Bucket': (resource, stack) => ({
    'PublicAccessBlockConfiguration.BlockPublicAcls': true,
    'PublicAccessBlockConfiguration.BlockPublicPolicy': true,
    'PublicAccessBlockConfiguration.IgnorePublicAcls': true,
    'PublicAccessBlockConfiguration.RestrictPublicBuckets': true,
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        {
          BucketKeyEnabled: true,
          ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: stack.key(resource).keyArn },
        },
      ],
    },
    'VersioningConfiguration.Status': 'Enabled',
    LoggingConfiguration: { DestinationBucketName: stack.accessLogs(resource).bucketName },
  }),
  'AWS::SQS::Queue': keyArn('KmsMasterKeyId'),
  'AWS::SNS::Topic': keyArn('KmsMasterKeyId'),
  'AWS::Kinesis::Stream': (resource, stack) => ({
    StreamEncryption: { EncryptionType: 'KMS', KeyId: stack.key(resource).keyArn },
  }),
  'AWS::DynamoDB::Table': (resource, stack) => ({
    SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: stack.key(resource).keyArn },
    'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled': true,
    DeletionProtectionEnabled: true,
  }),
  'AWS::Lambda::Function': (resource, stack) => ({
    KmsKeyArn: stack.key(resource).keyArn,
    'TracingConfig.Mode': 'Active',
  }),
  'AWS::Lambda::Permission': (resource, _stack, given): Readonly<Record<string, unknown>> => {
    const ofService = String(property(given, 'Principal')).endsWith('.amazonaws.com');
    const named = ['SourceArn', 'PrincipalOrgID'].some((name) => property(given, name) !== undefined);
    return ofService && !named ? { SourceAccount: Stack.of(resource).account } : {};
  },
  'AWS::Logs::LogGroup': (resource, stack) => ({
    KmsKeyId: stack.key(resource).keyArn,
    RetentionInDays: stack.logRetention,
  }),
  'AWS::RDS::DBInstance': (resource, stack, given) => ({
    PubliclyAccessible: false,
    CopyTagsToSnapshot: true,
    AutoMinorVersionUpgrade: true,
    ...(property(given, 'DBClusterIdentifier') !== undefined
      ? {}
      : {
          StorageEncrypted: true,
          KmsKeyId: stack.key(resource).keyArn,
          DeletionProtection: true,
          EnableIAMDatabaseAuthentication: true,
          MultiAZ: true,
          BackupRetentionPeriod: 35,
        }),
  }),
  'AWS::RDS::DBCluster': (resource, stack, given) => ({
    ...cluster(resource, stack, given),
    CopyTagsToSnapshot: true,
    EnableIAMDatabaseAuthentication: true,
  }),
  'AWS::DocDB::DBCluster': cluster,
  'AWS::Neptune::DBCluster': (resource, stack, given) => ({ ...cluster(resource, stack, given), IamAuthEnabled: true }),
  'AWS::EFS::FileSystem': (resource, stack) => ({
    Encrypted: true,
    KmsKeyId: stack.key(resource).keyArn,
    'BackupPolicy.Status': 'ENABLED',
  }),
  'AWS::EC2::Volume': (resource, stack) => ({ Encrypted: true, KmsKeyId: stack.key(resource).keyArn }),
  'AWS::SecretsManager::Secret': keyArn('KmsKeyId'),
  'AWS::ECR::Repository': (resource, stack) => ({
    EncryptionConfiguration: { EncryptionType: 'KMS', KmsKey: stack.key(resource).keyArn },
    ImageTagMutability: 'IMMUTABLE',
    'ImageScanningConfiguration.ScanOnPush': true,
  }),
  'AWS::ElastiCache::ReplicationGroup': (resource, stack) => ({
    AtRestEncryptionEnabled: true,
    KmsKeyId: stack.key(resource).keyArn,
    TransitEncryptionEnabled: true,
    TransitEncryptionMode: 'required',
    AutomaticFailoverEnabled: true,
    MultiAZEnabled: true,
    NumCacheClusters: 2,
    SnapshotRetentionLimit: 35,
    Port: 16379,
    LogDeliveryConfigurations: () => ['slow-log', 'engine-log'].map((type) => delivery(type, resource, stack)),
  }),
  'AWS::ElastiCache::ServerlessCache': (resource, stack) => ({
    KmsKeyId: stack.key(resource).keyArn,
    SnapshotRetentionLimit: 35,
  }),
  'AWS::Redshift::Cluster': (resource, stack) => ({
    Encrypted: true,
    KmsKeyId: stack.key(resource).keyArn,
    PubliclyAccessible: false,
    Port: 15439,
  }),
};

/** ElastiCache writes logs only where a group is named. */
function delivery(type: string, resource: IConstruct, stack: StackDefaults): object {
  const { logGroupName } = stack.logGroup(resource, type);
  const details = { CloudWatchLogsDetails: { LogGroup: logGroupName } };
  return { DestinationType: 'cloudwatch-logs', DestinationDetails: details, LogFormat: 'json', LogType: type };
}
