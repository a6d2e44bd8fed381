import {
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketLoggingCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketVersioningCommand,
  GetObjectLockConfigurationCommand,
  GetPublicAccessBlockCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { DeployedAccount } from './support/deployed';

const account = new DeployedAccount();
const s3 = mockClient(S3Client);
const closed = { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true };
const OwnershipControls = { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' as const }] };
const statement = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, { 'Fn::Sub': '${Bucket.Arn}/*' }],
};
const resources = {
  Bucket: {
    Type: 'AWS::S3::Bucket',
    Properties: {
      PublicAccessBlockConfiguration: closed,
      OwnershipControls,
      VersioningConfiguration: { Status: 'Enabled' },
      LifecycleConfiguration: {
        Rules: [
          {
            Id: 'end',
            Status: 'Enabled',
            ExpirationInDays: 400,
            Transitions: [{ TransitionInDays: 90, StorageClass: 'GLACIER' }],
          },
        ],
      },
    },
  },
  Policy: {
    Type: 'AWS::S3::BucketPolicy',
    Properties: { Bucket: { Ref: 'Bucket' }, PolicyDocument: { Statement: [statement] } },
  },
};
const ids = { Bucket: 'records', Policy: 'network-hub-Policy-1' };
const stored = { ...statement, Resource: ['arn:aws:s3:::records/*', 'arn:aws:s3:::records'] };
const named = (name: string) => Object.assign(new Error(name), { name });

afterAll(() => account.clean());
beforeEach(() => {
  s3.reset();
  s3.on(GetPublicAccessBlockCommand).resolves({ PublicAccessBlockConfiguration: closed });
  s3.on(GetBucketOwnershipControlsCommand).resolves({ OwnershipControls });
  s3.on(GetBucketVersioningCommand).resolves({ Status: 'Enabled' });
  s3.on(GetBucketEncryptionCommand).rejects(named('ServerSideEncryptionConfigurationNotFoundError'));
  s3.on(GetObjectLockConfigurationCommand).rejects(named('ObjectLockConfigurationNotFoundError'));
  s3.on(GetBucketLoggingCommand).resolves({});
  s3.on(GetBucketLifecycleConfigurationCommand).resolves({
    Rules: [
      {
        ID: 'end',
        Status: 'Enabled',
        Filter: { Prefix: '' },
        Expiration: { Days: 400 },
        Transitions: [{ Days: 90, StorageClass: 'GLACIER' }],
      },
    ],
  });
  s3.on(GetBucketPolicyCommand).resolves({ Policy: JSON.stringify({ Statement: [stored] }) });
});

const read = () => account.read({ resources, ids });

it('are as their template says, in the words of S3', async () => {
  expect(await read()).toEqual([]);
});

it('have an encryption that S3 gives to all', async () => {
  const Rules = [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' as const }, BucketKeyEnabled: false }];
  s3.on(GetBucketEncryptionCommand).resolves({ ServerSideEncryptionConfiguration: { Rules } });
  expect(await read()).toEqual([]);
});

it.each<[string, () => unknown, string]>([
  [
    'lost the block of public access',
    () => s3.on(GetPublicAccessBlockCommand).rejects(named('NoSuchPublicAccessBlockConfiguration')),
    'PublicAccessBlockConfiguration',
  ],
  [
    'have a part of it open',
    () =>
      s3
        .on(GetPublicAccessBlockCommand)
        .resolves({ PublicAccessBlockConfiguration: { ...closed, BlockPublicAcls: false } }),
    'PublicAccessBlockConfiguration',
  ],
  [
    'keep no versions',
    () => s3.on(GetBucketVersioningCommand).resolves({ Status: 'Suspended' }),
    'VersioningConfiguration',
  ],
  [
    'delete sooner',
    () =>
      s3.on(GetBucketLifecycleConfigurationCommand).resolves({
        Rules: [{ ID: 'end', Status: 'Enabled', Filter: { Prefix: '' }, Expiration: { Days: 1 } }],
      }),
    'LifecycleConfiguration',
  ],
  [
    'let somebody in',
    () =>
      s3.on(GetBucketPolicyCommand).resolves({
        Policy: JSON.stringify({ Statement: [stored, { ...stored, Effect: 'Allow', Action: 's3:GetObject' }] }),
      }),
    'PolicyDocument',
  ],
])('%s', async (_, drift, property) => {
  drift();
  expect(await read()).toEqual([expect.objectContaining({ kind: 'differs', property })]);
});

it('have no policy', async () => {
  s3.on(GetBucketPolicyCommand).rejects(named('NoSuchBucketPolicy'));
  expect(await read()).toMatchObject([{ kind: 'missing', logicalId: 'Policy', because: 'the bucket has no policy' }]);
});

it('are gone, with all that belongs to them', async () => {
  s3.reset();
  s3.rejects(named('NoSuchBucket'));
  const found = await read();
  expect(found.map(({ kind, logicalId }) => `${kind} ${logicalId}`).toSorted()).toEqual([
    'missing Bucket',
    'missing Policy',
  ]);
});

it('are unknown where AWS refuses to tell', async () => {
  s3.on(GetBucketVersioningCommand).rejects(named('AccessDenied'));
  expect(await read()).toMatchObject([
    { kind: 'unread', properties: ['VersioningConfiguration'], because: 'AccessDenied' },
  ]);
});
