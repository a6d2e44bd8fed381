import { Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import {
  ARCHIVE_KINDS,
  archiveBucketName,
  archiveKeyAlias,
  DeliveryBucket,
  lockedBucketName,
  LogArchive,
  type LogArchiveProps,
  LogReaderRole,
} from '../../../constructs/logging';
import { ResidencyBoundary } from '../../../constructs/residency';
import { unacknowledged } from '../../support/compliance';
import {
  bucketStatements,
  CUSTODY,
  expectTemplate,
  HONG_KONG,
  keyIn,
  named,
  ofService,
  ORGANIZATION,
  TRAIL,
} from './support';

const PREFIX = 'hk-government-110000000002';
const READERS = ['arn:aws:iam::110000000003:role/hk-government-audit'];

const newStack = () => new Stack(undefined, 'Archive', { env: { account: '110000000002', region: 'ap-east-1' } });

function archiveIn(stack: Stack, props: Partial<LogArchiveProps> = {}): LogArchive {
  return new LogArchive(stack, 'Logs', {
    ...CUSTODY,
    name: 'hk-government',
    bucketPrefix: PREFIX,
    organizationId: ORGANIZATION,
    trailArns: [TRAIL],
    profile: HONG_KONG,
    readers: READERS,
    ...props,
  });
}

function deliveryIn(stack: Stack, s3ManagedKey = false): DeliveryBucket {
  const archive = { profile: HONG_KONG, encryptionKey: keyIn(stack) };
  return new DeliveryBucket(stack, 'Delivery', { archive, s3ManagedKey });
}

describe('DeliveryBucket', () => {
  it('copies what is delivered into a locked bucket of the same stack, under the customer key', () => {
    const stack = newStack();
    deliveryIn(stack);
    const [archiveId] = Object.keys(
      Template.fromStack(stack).findResources('AWS::S3::Bucket', { Properties: { ObjectLockEnabled: true } }),
    );
    expectTemplate(stack).hasResourceProperties('AWS::S3::Bucket', {
      ObjectLockEnabled: Match.absent(),
      ReplicationConfiguration: {
        Rules: [
          Match.objectLike({
            Status: 'Enabled',
            DeleteMarkerReplication: { Status: 'Disabled' },
            SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Enabled' } },
            Destination: Match.objectLike({
              Bucket: { 'Fn::GetAtt': [archiveId, 'Arn'] },
              EncryptionConfiguration: { ReplicaKmsKeyID: Match.anyValue() },
            }),
          }),
        ],
      },
    });
  });

  it('keeps nothing but the copy for long, and lets nobody remove or forge either', () => {
    const stack = newStack();
    deliveryIn(stack);
    expectTemplate(stack).hasResourceProperties('AWS::S3::Bucket', {
      ObjectLockEnabled: Match.absent(),
      LifecycleConfiguration: { Rules: Match.arrayWith([Match.objectLike({ ExpirationInDays: 30 })]) },
    });
    const delivery = bucketStatements(stack, 'DeliveryBucket');
    expect(named(delivery, 'DenyRemoval').Condition).toBeUndefined();
    expect(named(delivery, 'DenyForgery').Condition).toEqual({
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
    });
    const archive = named(bucketStatements(stack, 'DeliveryArchive'), 'DenyForgery');
    expect(JSON.stringify(archive.Condition?.['ArnNotLike'])).toContain('DeliveryReplication');
  });

  it('lets replication read one bucket and write the other, through S3 only', () => {
    const stack = newStack();
    deliveryIn(stack);
    expectTemplate(stack).hasResourceProperties('AWS::IAM::ManagedPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Action: ['s3:ReplicateObject', 's3:ReplicateTags'] }),
          Match.objectLike({
            Action: ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:Decrypt'],
            Condition: { StringEquals: { 'kms:ViaService': Match.anyValue() } },
          }),
        ]),
      },
    });
    expect(unacknowledged(stack)).toEqual([]);
  });

  it('uses S3’s key where the service wants it, and the customer key for the copy', () => {
    const stack = newStack();
    deliveryIn(stack, true);
    const buckets = Object.values(Template.fromStack(stack).findResources('AWS::S3::Bucket'));
    const algorithms = buckets.map(
      ({ Properties }) =>
        Properties.BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.SSEAlgorithm,
    );
    expect(new Set(algorithms)).toEqual(new Set(['AES256', 'aws:kms']));
    expect(unacknowledged(stack)).toEqual([]);
  });
});

describe('LogArchive', () => {
  it('keeps each kind of log in a locked bucket of its own, under a key of its own', () => {
    const stack = newStack();
    archiveIn(stack);
    const template = expectTemplate(stack);
    for (const kind of ARCHIVE_KINDS) {
      template.hasResourceProperties('AWS::S3::Bucket', {
        BucketName: lockedBucketName(PREFIX, kind),
        ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 365 } } },
      });
      template.hasResourceProperties('AWS::KMS::Alias', { AliasName: archiveKeyAlias('hk-government', kind) });
    }
    expect(unacknowledged(stack)).toEqual([]);
  });

  it('makes few resources', () => {
    const stack = newStack();
    archiveIn(stack);
    const types = Object.values(Template.fromStack(stack).toJSON().Resources).map((resource) =>
      String(Reflect.get(Object(resource), 'Type')),
    );
    const counts = Object.fromEntries(
      [...new Set(types)].toSorted().map((type) => [type, types.filter((one) => one === type).length]),
    );
    expect(counts).toMatchInlineSnapshot(`
     {
       "AWS::IAM::ManagedPolicy": 5,
       "AWS::IAM::Role": 5,
       "AWS::KMS::Alias": 5,
       "AWS::KMS::Key": 5,
       "AWS::KinesisFirehose::DeliveryStream": 1,
       "AWS::Logs::Destination": 1,
       "AWS::Logs::LogGroup": 1,
       "AWS::Logs::LogStream": 1,
       "AWS::S3::Bucket": 8,
       "AWS::S3::BucketPolicy": 8,
     }
    `);
  });

  it('has the names that other accounts compute', () => {
    const stack = newStack();
    const archive = archiveIn(stack);
    for (const kind of ARCHIVE_KINDS) {
      const name = archiveBucketName(PREFIX, kind);
      expectTemplate(stack).hasResourceProperties('AWS::S3::Bucket', { BucketName: name });
      expect(stack.resolve(archive.deliveryBucket(kind).bucketName)).toEqual({ Ref: expect.any(String) });
    }
    expect(archive.buckets).toHaveLength(8);
    expect(archive.archive('config').bucket).not.toBe(archive.deliveryBucket('config'));
    expect(archive.archive('trail').bucket).toBe(archive.deliveryBucket('trail'));
  });

  it.each([
    ['trail', 'Logstrail', 'cloudtrail', { ArnLike: { 'aws:SourceArn': [TRAIL] } }],
    ['config', 'LogsconfigBucket', 'config', { StringEquals: { 'aws:SourceOrgID': ORGANIZATION } }],
    ['network', 'Logsnetwork', 'delivery.logs', { StringEquals: { 'aws:SourceOrgID': ORGANIZATION } }],
    ['access', 'LogsaccessBucket', 'logdelivery', { StringEqualsIfExists: { 'aws:SourceOrgID': ORGANIZATION } }],
  ])('takes %s logs from its service, on behalf of the organisation', (_, bucket, service, condition) => {
    const stack = newStack();
    archiveIn(stack);
    const delivered = ofService(bucketStatements(stack, bucket), service);
    expect(delivered.length).toBeGreaterThan(0);
    for (const entry of delivered) {
      expect(entry.Condition).toMatchObject(condition);
      expect(
        [entry.Action].flat().every((action) => ['s3:PutObject', 's3:GetBucketAcl', 's3:ListBucket'].includes(action)),
      ).toBe(true);
    }
  });

  it('lets the services that deliver use their key, and no others', () => {
    const stack = newStack();
    archiveIn(stack);
    const keys = Object.values(Template.fromStack(stack).findResources('AWS::KMS::Key'));
    const services = keys.map(({ Properties }) =>
      JSON.stringify(Properties.KeyPolicy)
        .match(/(?<="Service":")[^"]+/g)
        ?.filter((name, index, all) => all.indexOf(name) === index),
    );
    expect(services.flatMap((names) => names ?? []).toSorted()).toEqual([
      'cloudtrail.amazonaws.com',
      'config.amazonaws.com',
      'delivery.logs.amazonaws.com',
    ]);
  });

  it('is read by the named roles alone', () => {
    const stack = newStack();
    archiveIn(stack);
    for (const bucket of ['Logstrail', 'LogsconfigArchive', 'Logsnetwork', 'LogsaccessArchive']) {
      const denied = named(bucketStatements(stack, bucket), 'DenyReading');
      expect(denied.Condition).toEqual({ ArnNotLike: { 'aws:PrincipalArn': READERS } });
    }
  });

  it('stays inside the boundary although it replicates', () => {
    const stack = newStack();
    archiveIn(stack);
    const boundary = ResidencyBoundary.of(stack, {
      profile: HONG_KONG,
      deploymentModel: 'public',
      classification: 'UNCLASSIFIED',
      personalData: false,
    });
    expect(boundary.problems()).toEqual([]);
  });

  it('refuses a prefix that makes no bucket names', () => {
    expect(() => archiveIn(newStack(), { bucketPrefix: 'HK_Government' })).toThrow('bucketPrefix: expected 2 to 45');
  });
});

describe('LogReaderRole', () => {
  it('reads and decrypts the archive, for one account of the organisation, and nothing else', () => {
    const stack = newStack();
    const archive = archiveIn(stack);
    new LogReaderRole(stack, 'Reader', {
      archive,
      roleName: 'hk-government-log-reader',
      auditAccountId: '110000000003',
      organizationId: ORGANIZATION,
    });
    expectTemplate(stack).hasResourceProperties('AWS::IAM::Role', {
      RoleName: 'hk-government-log-reader',
      MaxSessionDuration: 3600,
      AssumeRolePolicyDocument: {
        Statement: [
          Match.objectLike({
            Principal: { AWS: { 'Fn::Join': ['', Match.arrayWith([':iam::110000000003:root'])] } },
            Condition: { StringEquals: { 'aws:PrincipalOrgID': ORGANIZATION } },
          }),
        ],
      },
    });
    expectTemplate(stack).hasResourceProperties('AWS::IAM::ManagedPolicy', {
      Description: 'Reads the logs of the archive',
      PolicyDocument: {
        Statement: [
          Match.objectLike({ Action: ['s3:GetBucketLocation', 's3:ListBucket'] }),
          Match.objectLike({ Action: ['s3:GetObject', 's3:GetObjectVersion'] }),
          Match.objectLike({
            Action: 'kms:Decrypt',
            Condition: { StringEquals: { 'kms:ViaService': Match.anyValue() } },
          }),
        ],
      },
    });
    expect(unacknowledged(stack)).toEqual([]);
  });
});
