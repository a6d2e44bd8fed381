import { Duration, aws_iam as iam, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { AccessLogBucket } from '../../../constructs/logging';
import { DatasetBucket, type DatasetBucketProps } from '../../../constructs/workloads';
import { acknowledgeGrants } from '../../../constructs/workloads/acknowledge-grants';
import { unacknowledged } from '../../support/compliance';
import { ofType, only, onlyResource, workbench } from './workbench';

function build(props: Partial<DatasetBucketProps> = {}) {
  const bench = workbench();
  const dataset = new DatasetBucket(bench.stack, 'Data', {
    encryptionKey: bench.key,
    accessLogBucketName: 'access-logs',
    ...props,
  });
  return { ...bench, dataset };
}

const BUCKET = 'AWS::S3::Bucket';

function grant(give: (dataset: DatasetBucket, role: iam.Role) => unknown): { stack: Stack; policy: string } {
  const { stack, dataset } = build();
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() });
  acknowledgeGrants(role);
  give(dataset, role);
  return { stack, policy: JSON.stringify(only(stack, 'AWS::IAM::Policy')) };
}

describe('DatasetBucket', () => {
  test('is compliant, with its access log bucket', () => {
    const { stack, key } = workbench();
    const { bucket } = new AccessLogBucket(stack, 'AccessLogs', { retentionDays: 365 });
    new DatasetBucket(stack, 'Data', { encryptionKey: key, accessLogBucketName: bucket.bucketName });
    expect(unacknowledged(stack)).toEqual([]);
  });

  test.each<[string, object]>([
    [
      'is encrypted with the customer key',
      {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            {
              BucketKeyEnabled: true,
              ServerSideEncryptionByDefault: {
                SSEAlgorithm: 'aws:kms',
                KMSMasterKeyID: { 'Fn::ImportValue': expect.any(String) },
              },
            },
          ],
        },
      },
    ],
    ['keeps versions', { VersioningConfiguration: { Status: 'Enabled' } }],
    [
      'is never public',
      {
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
      },
    ],
    ['has no ACLs', { OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] } }],
    [
      'logs access',
      { LoggingConfiguration: { DestinationBucketName: 'access-logs', LogFilePrefix: 'Workloads/Data/' } },
    ],
    [
      'moves old objects to a colder class that answers at once, and expires no current object',
      {
        LifecycleConfiguration: {
          Rules: [
            {
              Id: 'archive',
              Status: 'Enabled',
              Transitions: [{ StorageClass: 'GLACIER_IR', TransitionInDays: 180 }],
              NoncurrentVersionExpiration: { NoncurrentDays: 365 },
            },
            { Id: 'incomplete-uploads', Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } },
          ],
        },
      },
    ],
    ['is backed up as a system of tier 1', { Tags: [{ Key: 'lionrock:backup-tier', Value: '1' }] }],
  ])('%s', (_, expected) => {
    const properties = only(build().stack, BUCKET);
    for (const [name, value] of Object.entries(expected)) expect(properties[name]).toEqual(value);
  });

  test('refuses requests without TLS 1.2', () => {
    const policy = JSON.stringify(only(build().stack, 'AWS::S3::BucketPolicy'));
    expect(policy).toContain('"aws:SecureTransport":"false"');
    expect(policy).toContain('"s3:TlsVersion":1.2');
  });

  test('sends events only when asked to, without a function of CDK’s', () => {
    expect(only(build().stack, BUCKET)).not.toHaveProperty('NotificationConfiguration');
    const { stack } = build({ eventNotifications: true });
    expect(only(stack, BUCKET)).toMatchObject({
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
    });
    expect(ofType(stack, 'AWS::Lambda::Function')).toEqual([]);
  });

  test('is kept when its stack goes, unless asked otherwise', () => {
    expect(onlyResource(build().stack, BUCKET).DeletionPolicy).toBe('Retain');
    expect(onlyResource(build({ removalPolicy: RemovalPolicy.DESTROY }).stack, BUCKET).DeletionPolicy).toBe('Delete');
  });

  test('takes times and tier', () => {
    const { stack } = build({ archiveAfter: Duration.days(30), keepVersionsFor: Duration.days(90), backupTier: 2 });
    expect(only(stack, BUCKET)).toMatchObject({
      LifecycleConfiguration: {
        Rules: [{ Transitions: [{ TransitionInDays: 30 }], NoncurrentVersionExpiration: { NoncurrentDays: 90 } }, {}],
      },
      Tags: [{ Value: '2' }],
    });
  });

  test('refuses to archive before 30 days', () => {
    expect(() => build({ archiveAfter: Duration.days(29) })).toThrow(
      /\[Workloads\/Data\] archiveAfter: expected at least 30 days, found 29/,
    );
  });

  describe('grants', () => {
    test('reading, without writing', () => {
      const { policy } = grant((dataset, role) => dataset.grantRead(role));
      expect(policy).toContain('"s3:GetObject"');
      expect(policy).toContain('"kms:Decrypt"');
      expect(policy).not.toContain('s3:PutObject');
      expect(policy).not.toContain('kms:GenerateDataKey*');
    });

    test('reading and writing, without touching old versions', () => {
      const { policy } = grant((dataset, role) => dataset.grantReadWrite(role));
      expect(policy).toContain('"s3:PutObject"');
      expect(policy).toContain('"kms:GenerateDataKey*"');
      expect(policy).not.toContain('s3:DeleteObjectVersion');
    });

    test('in a way that stays compliant', () => {
      expect(unacknowledged(grant((dataset, role) => dataset.grantReadWrite(role)).stack)).toEqual([]);
    });
  });
});
