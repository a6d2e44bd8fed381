import {
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  GetObjectLockConfigurationCommand,
  GetPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { expected, ofEach, type ReadBack } from './read-back';

const CLOSED = { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true };

/** Buckets are closed to the public, encrypted, versioned, locked where they should be, and refuse what is not TLS. */
export const BUCKETS: ReadBack = ofEach(
  'AWS::S3::Bucket',
  'buckets are closed, encrypted, versioned, locked, and speak TLS only',
  async ({ account, physicalId: Bucket, properties }, deployed) => {
    const client = new S3Client(await deployed.client(account));
    const access = await client.send(new GetPublicAccessBlockCommand({ Bucket }));
    const versioning = await client.send(new GetBucketVersioningCommand({ Bucket }));
    const encryption = await client.send(new GetBucketEncryptionCommand({ Bucket }));
    const rules = await client.send(new GetBucketLifecycleConfigurationCommand({ Bucket }));
    const { Policy = '' } = await client.send(new GetBucketPolicyCommand({ Bucket }));
    const hasLock = properties['ObjectLockConfiguration'] !== undefined;
    const lock = hasLock ? await client.send(new GetObjectLockConfigurationCommand({ Bucket })) : undefined;
    client.destroy();
    const { BlockPublicAcls, IgnorePublicAcls, BlockPublicPolicy, RestrictPublicBuckets } =
      access.PublicAccessBlockConfiguration ?? {};
    const found = { BlockPublicAcls, IgnorePublicAcls, BlockPublicPolicy, RestrictPublicBuckets };
    const { Days, Mode } = lock?.ObjectLockConfiguration?.Rule?.DefaultRetention ?? {};
    const [rule] = encryption.ServerSideEncryptionConfiguration?.Rules ?? [];
    return [
      expected('public access', CLOSED, found),
      expected('versioning', 'Enabled', versioning.Status),
      expected('encryption', algorithmOf(properties), rule?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm),
      expected('lifecycle rules', rulesOf(properties), rules.Rules?.length),
      /"aws:SecureTransport":\s*"?false/.test(Policy) ? undefined : 'its policy lets in what does not use TLS',
      hasLock && expected('lock', retentionOf(properties), { Days, Mode }),
    ];
  },
);

function rulesOf(properties: Readonly<Record<string, unknown>>): number {
  return (properties['LifecycleConfiguration'] as { readonly Rules: readonly unknown[] }).Rules.length;
}

function algorithmOf(properties: Readonly<Record<string, unknown>>): string | undefined {
  const {
    ServerSideEncryptionConfiguration: [rule],
  } = properties['BucketEncryption'] as {
    readonly ServerSideEncryptionConfiguration: readonly {
      readonly ServerSideEncryptionByDefault: { readonly SSEAlgorithm: string };
    }[];
  };
  return rule?.ServerSideEncryptionByDefault.SSEAlgorithm;
}

function retentionOf(properties: Readonly<Record<string, unknown>>): unknown {
  const { Rule } = properties['ObjectLockConfiguration'] as { readonly Rule?: { readonly DefaultRetention: unknown } };
  return Rule?.DefaultRetention;
}
