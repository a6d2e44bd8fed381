import {
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketLoggingCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketVersioningCommand,
  GetObjectLockConfigurationCommand,
  GetPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { jsonOf, type Json, type JsonMap } from '../json';
import { orGone, unlessUnset, type Facet, type Reader } from '../reader';
import { lifecycleRule } from './lifecycle-rule';

/** What one call says of a bucket. @param unset Name of the error by which AWS says that nothing is set. */
function facet<T>(
  properties: readonly string[],
  ask: (client: S3Client, bucket: { readonly Bucket: string }) => Promise<T>,
  said: (answer: T) => Readonly<Record<string, unknown>>,
  { unset = '', ...more }: Pick<Facet, 'unsaid'> & { readonly unset?: string } = {},
): Facet {
  return {
    properties,
    ...more,
    read: ({ physicalId }, access) =>
      orGone(
        unlessUnset(ask(access.client(S3Client), { Bucket: physicalId }), unset).then((answer) =>
          answer === undefined ? {} : (jsonOf(said(answer)) as JsonMap),
        ),
      ),
  };
}

const CLOSED: Json = {
  BlockPublicAcls: true,
  BlockPublicPolicy: true,
  IgnorePublicAcls: true,
  RestrictPublicBuckets: true,
};
const OWNED: Json = { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] };
const BY_S3: Json = {
  ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
};

/** Buckets: closed, encrypted, versioned, locked, logged, and kept as long as they should be. */
export const BUCKET: Reader = {
  type: 'AWS::S3::Bucket',
  facets: [
    facet(
      ['PublicAccessBlockConfiguration'],
      (client, bucket) => client.send(new GetPublicAccessBlockCommand(bucket)),
      ({ PublicAccessBlockConfiguration }) => ({ PublicAccessBlockConfiguration }),
      { unset: 'NoSuchPublicAccessBlockConfiguration', unsaid: { PublicAccessBlockConfiguration: CLOSED } },
    ),
    facet(
      ['BucketEncryption'],
      (client, bucket) => client.send(new GetBucketEncryptionCommand(bucket)),
      ({ ServerSideEncryptionConfiguration: { Rules = [] } = {} }) => ({
        BucketEncryption: {
          ServerSideEncryptionConfiguration: Rules.map(({ ApplyServerSideEncryptionByDefault, BucketKeyEnabled }) => ({
            ServerSideEncryptionByDefault: ApplyServerSideEncryptionByDefault,
            BucketKeyEnabled,
          })),
        },
      }),
      { unset: 'ServerSideEncryptionConfigurationNotFoundError', unsaid: { BucketEncryption: BY_S3 } },
    ),
    facet(
      ['VersioningConfiguration'],
      (client, bucket) => client.send(new GetBucketVersioningCommand(bucket)),
      ({ Status }) => ({ VersioningConfiguration: { Status } }),
    ),
    facet(
      ['OwnershipControls'],
      (client, bucket) => client.send(new GetBucketOwnershipControlsCommand(bucket)),
      ({ OwnershipControls }) => ({ OwnershipControls }),
      { unset: 'OwnershipControlsNotFoundError', unsaid: { OwnershipControls: OWNED } },
    ),
    facet(
      ['ObjectLockEnabled', 'ObjectLockConfiguration'],
      (client, bucket) => client.send(new GetObjectLockConfigurationCommand(bucket)),
      ({ ObjectLockConfiguration: lock }) => ({
        ObjectLockEnabled: lock?.ObjectLockEnabled === 'Enabled',
        ObjectLockConfiguration: lock,
      }),
      {
        unset: 'ObjectLockConfigurationNotFoundError',
        unsaid: { ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled' } },
      },
    ),
    facet(
      ['LoggingConfiguration'],
      (client, bucket) => client.send(new GetBucketLoggingCommand(bucket)),
      ({ LoggingEnabled: to }) => ({
        LoggingConfiguration: { DestinationBucketName: to?.TargetBucket, LogFilePrefix: to?.TargetPrefix },
      }),
    ),
    facet(
      ['LifecycleConfiguration'],
      (client, bucket) => client.send(new GetBucketLifecycleConfigurationCommand(bucket)),
      ({ Rules = [] }) => ({ LifecycleConfiguration: { Rules: Rules.map(lifecycleRule) } }),
      { unset: 'NoSuchLifecycleConfiguration' },
    ),
  ],
};
