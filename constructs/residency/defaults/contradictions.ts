/** A setting that contradicts the defaults when code says it. */
export interface Contradiction {
  /** Below Properties; `[]` stands for each item of a list. */
  readonly path: string;
  readonly isWrong: (value: unknown, least: { readonly logDays: number }) => boolean;
  readonly expected: string;
  readonly remedy: string;
}

const off = (path: string, expected = 'true'): Contradiction => ({
  path,
  isWrong: (value) => String(value) === 'false',
  expected,
  remedy: 'remove the setting',
});

const on = (path: string): Contradiction => ({
  path,
  isWrong: (value) => String(value) === 'true',
  expected: 'false',
  remedy: 'remove the setting',
});

const word = (path: string, words: readonly string[], expected: string): Contradiction => ({
  path,
  isWrong: (value) => typeof value === 'string' && words.includes(value),
  expected,
  remedy: 'remove the setting',
});

/** A key of AWS's own, by its alias. */
const awsKey = (path: string): Contradiction => ({
  path,
  isWrong: (value) => typeof value === 'string' && /(^|:)alias\/aws\//.test(value),
  expected: 'a customer key',
  remedy: 'remove the setting, or name a key of your own',
});

const cluster = [off('StorageEncrypted'), off('DeletionProtection'), awsKey('KmsKeyId')];

const PUBLIC_ACLS = ['PublicRead', 'PublicReadWrite', 'AuthenticatedRead'];

/** What the defaults take for a contradiction, by type of resource. Values known only at deployment are not judged. */
export const CONTRADICTIONS: Readonly<Record<string, readonly Contradiction[]>> = {
  'AWS::S3::Bucket': [
    off('PublicAccessBlockConfiguration.BlockPublicAcls'),
    off('PublicAccessBlockConfiguration.BlockPublicPolicy'),
    off('PublicAccessBlockConfiguration.IgnorePublicAcls'),
    off('PublicAccessBlockConfiguration.RestrictPublicBuckets'),
    word('AccessControl', PUBLIC_ACLS, 'no access control list'),
    word('VersioningConfiguration.Status', ['Suspended'], 'Enabled'),
    word(
      'BucketEncryption.ServerSideEncryptionConfiguration[].ServerSideEncryptionByDefault.SSEAlgorithm',
      ['AES256'],
      'aws:kms with a customer key',
    ),
    awsKey('BucketEncryption.ServerSideEncryptionConfiguration[].ServerSideEncryptionByDefault.KMSMasterKeyID'),
  ],
  'AWS::SQS::Queue': [off('SqsManagedSseEnabled', 'a customer key'), awsKey('KmsMasterKeyId')],
  'AWS::SNS::Topic': [awsKey('KmsMasterKeyId')],
  'AWS::Kinesis::Stream': [awsKey('StreamEncryption.KeyId')],
  'AWS::DynamoDB::Table': [
    off('SSESpecification.SSEEnabled'),
    off('PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled'),
    off('DeletionProtectionEnabled'),
    awsKey('SSESpecification.KMSMasterKeyId'),
  ],
  'AWS::Lambda::Function': [awsKey('KmsKeyArn'), word('TracingConfig.Mode', ['PassThrough'], 'Active')],
  'AWS::Logs::LogGroup': [
    {
      path: 'RetentionInDays',
      isWrong: (value, { logDays }) => typeof value === 'number' && value < logDays,
      expected: 'the days of the profile, or more',
      remedy: 'keep the logs longer, or remove the setting',
    },
  ],
  'AWS::RDS::DBInstance': [on('PubliclyAccessible'), ...cluster],
  'AWS::RDS::DBCluster': cluster,
  'AWS::DocDB::DBCluster': cluster,
  'AWS::Neptune::DBCluster': cluster,
  'AWS::EFS::FileSystem': [off('Encrypted'), awsKey('KmsKeyId')],
  'AWS::EC2::Volume': [off('Encrypted'), awsKey('KmsKeyId')],
  'AWS::SecretsManager::Secret': [awsKey('KmsKeyId')],
  'AWS::KMS::Key': [off('EnableKeyRotation'), on('MultiRegion')],
  'AWS::ECR::Repository': [
    word('ImageTagMutability', ['MUTABLE'], 'IMMUTABLE'),
    word('EncryptionConfiguration.EncryptionType', ['AES256'], 'KMS with a customer key'),
    off('ImageScanningConfiguration.ScanOnPush'),
  ],
  'AWS::ElastiCache::ReplicationGroup': [
    off('AtRestEncryptionEnabled'),
    off('TransitEncryptionEnabled'),
    awsKey('KmsKeyId'),
  ],
  'AWS::Redshift::Cluster': [off('Encrypted'), on('PubliclyAccessible'), awsKey('KmsKeyId')],
  'AWS::EC2::SecurityGroup': [
    {
      path: 'SecurityGroupEgress[].IpProtocol',
      isWrong: (value) => String(value) === '-1',
      expected: 'a protocol and a port',
      remedy: 'leave allowAllOutbound out, and let connections.allowTo name who is called',
    },
  ],
  'AWS::EC2::Instance': [on('NetworkInterfaces[].AssociatePublicIpAddress')],
  'AWS::OpenSearchService::Domain': [
    off('EncryptionAtRestOptions.Enabled'),
    off('NodeToNodeEncryptionOptions.Enabled'),
    off('DomainEndpointOptions.EnforceHTTPS'),
  ],
};
