import { at, isList, type Found, type Resource, type Value } from '../../template';

/** Where a store names its key, by resource type. */
export const KEY_PATHS: Readonly<Record<string, string>> = {
  'AWS::DocDB::DBCluster': 'KmsKeyId',
  'AWS::DynamoDB::Table': 'SSESpecification.KMSMasterKeyId',
  'AWS::EC2::Volume': 'KmsKeyId',
  'AWS::EFS::FileSystem': 'KmsKeyId',
  'AWS::FSx::FileSystem': 'KmsKeyId',
  'AWS::Kinesis::Stream': 'StreamEncryption.KeyId',
  'AWS::Neptune::DBCluster': 'KmsKeyId',
  'AWS::OpenSearchService::Domain': 'EncryptionAtRestOptions.KmsKeyId',
  'AWS::RDS::DBCluster': 'KmsKeyId',
  'AWS::RDS::DBInstance': 'KmsKeyId',
  'AWS::Redshift::Cluster': 'KmsKeyId',
  'AWS::S3::Bucket':
    'BucketEncryption.ServerSideEncryptionConfiguration[].ServerSideEncryptionByDefault.KMSMasterKeyID',
  'AWS::SQS::Queue': 'KmsMasterKeyId',
};

/** The keys that a store names; empty where it names none, which is another rule’s question. */
export function keysOf({ type, properties }: Resource): readonly Found[] {
  return at(properties, KEY_PATHS[type] ?? '').filter(({ value }) => isNamed(value));
}

function isNamed(value: Value | undefined): boolean {
  return value !== undefined && value !== null && value !== '' && !isList(value);
}
