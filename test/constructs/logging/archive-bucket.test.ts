import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import { AccessLogBucket, ArchiveBucket, type ArchiveBucketProps } from '../../../constructs/logging';
import { unacknowledged } from '../../support/compliance';
import {
  bucketStatements,
  expectTemplate,
  HONG_KONG,
  keyIn,
  named,
  ofService,
  ORGANIZATION,
  SILENT,
  TRAIL,
} from './support';

function archiveIn(stack: Stack, props: Partial<ArchiveBucketProps> = {}): ArchiveBucket {
  return new ArchiveBucket(stack, 'Archive', { profile: HONG_KONG, encryptionKey: keyIn(stack), ...props });
}

function stackWith(props: Partial<ArchiveBucketProps> = {}): Stack {
  const stack = new Stack();
  archiveIn(stack, props);
  return stack;
}

const statements = (props: Partial<ArchiveBucketProps> = {}) => bucketStatements(stackWith(props), 'Archive');

describe('ArchiveBucket', () => {
  it('locks every object for the profile’s days, in a mode that binds the root user too', () => {
    expectTemplate(stackWith()).hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
      Properties: {
        ObjectLockEnabled: true,
        ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 365 } } },
        VersioningConfiguration: { Status: 'Enabled' },
      },
    });
  });

  it('is private, without ACLs, and under its own key', () => {
    expectTemplate(stackWith()).hasResourceProperties('AWS::S3::Bucket', {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      AccessControl: Match.absent(),
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [
          { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: Match.anyValue() } },
        ],
      },
    });
  });

  it('moves logs to a colder class and deletes them only after their lock has ended', () => {
    expectTemplate(stackWith({ retentionDays: 400 })).hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: {
        Rules: Match.arrayWith([
          Match.objectLike({ Id: 'colder', Transitions: [{ StorageClass: 'GLACIER_IR', TransitionInDays: 90 }] }),
          Match.objectLike({
            Id: 'deletion',
            ExpirationInDays: 401,
            NoncurrentVersionExpiration: { NoncurrentDays: 1 },
          }),
        ]),
      },
    });
  });

  it('accepts TLS 1.2 and newer only', () => {
    const denies = statements()
      .filter((entry) => entry.Effect === 'Deny')
      .map((entry) => entry.Condition);
    expect(denies).toContainEqual({ Bool: { 'aws:SecureTransport': 'false' } });
    expect(denies).toContainEqual({ NumericLessThan: { 's3:TlsVersion': 1.2 } });
  });

  it('lets nobody remove a log or get around the lock', () => {
    const denied = named(statements(), 'DenyRemoval');
    expect(denied).toMatchObject({ Effect: 'Deny', Principal: { AWS: '*' } });
    expect(denied.Action).toEqual(
      expect.arrayContaining(['s3:DeleteObject', 's3:DeleteObjectVersion', 's3:BypassGovernanceRetention']),
    );
    expect(denied.Condition).toBeUndefined();
  });

  it('lets nobody but the deployment change its settings, so that CloudFormation is not locked out', () => {
    const denied = named(statements({ deploymentRoles: ['deployer'] }), 'DenySettings');
    expect(denied.Action).toEqual(
      expect.arrayContaining([
        's3:PutBucketObjectLockConfiguration',
        's3:PutBucketPolicy',
        's3:PutLifecycleConfiguration',
      ]),
    );
    expect(Object.keys(denied.Condition ?? {})).toEqual(['ArnNotLike']);
    expect(JSON.stringify(denied.Condition)).toContain(':role/deployer');
    expect(JSON.stringify(named(statements(), 'DenySettings').Condition)).toContain('cdk-hnb659fds-cfn-exec-role-');
  });

  it('lets nobody but AWS services write', () => {
    const denied = named(statements(), 'DenyForgery');
    expect(denied.Action).toEqual(expect.arrayContaining(['s3:PutObject', 's3:ReplicateObject']));
    expect(denied.Condition).toEqual({ BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } });
  });

  it('lets only the named readers read, also those of another account', () => {
    const readers = ['arn:aws:iam::222222222222:role/audit'];
    const stack = stackWith({ readers });
    const policy = bucketStatements(stack, 'Archive');
    const condition = { 'aws:PrincipalArn': readers };
    expect(named(policy, 'DenyReading').Condition).toEqual({ ArnNotLike: condition });
    const [read] = ofService(policy, '222222222222');
    expect(read?.Action).toEqual(['s3:GetObject', 's3:GetObjectVersion']);
    expect(read?.Condition).toEqual({ ArnLike: condition });
    expectTemplate(stack).hasResourceProperties('AWS::KMS::Key', {
      KeyPolicy: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Action: ['kms:Decrypt', 'kms:DescribeKey'],
            Condition: { ArnLike: condition, StringEquals: { 'kms:ViaService': Match.anyValue() } },
          }),
        ]),
      },
    });
  });

  it('lets the named trail deliver, and nothing else', () => {
    const stack = new Stack();
    archiveIn(stack).allowDelivery('cloudtrail', { trailArns: [TRAIL] });
    const [check, write, ...others] = ofService(bucketStatements(stack, 'Archive'), 'cloudtrail');
    expect(others).toEqual([]);
    expect(check).toMatchObject({ Action: 's3:GetBucketAcl', Condition: { ArnLike: { 'aws:SourceArn': [TRAIL] } } });
    expect(write?.Action).toBe('s3:PutObject');
    expect(JSON.stringify(write?.Resource)).toContain('/AWSLogs/*');
    expect(write?.Condition).toEqual({
      ArnLike: { 'aws:SourceArn': [TRAIL] },
      StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' },
    });
  });

  it('lets log delivery write for the organisation without asking for an ACL, which it does not send', () => {
    const stack = new Stack();
    archiveIn(stack).allowDelivery('log-delivery', { organizationId: ORGANIZATION });
    const delivered = ofService(bucketStatements(stack, 'Archive'), 'delivery.logs');
    expect(delivered.map((entry) => entry.Action)).toEqual(['s3:GetBucketAcl', 's3:PutObject']);
    for (const entry of delivered) {
      expect(entry.Condition).toEqual({ StringEquals: { 'aws:SourceOrgID': ORGANIZATION } });
    }
  });

  it('logs access to it, without an ACL on the bucket that receives', () => {
    const stack = new Stack();
    const accessLogs = new AccessLogBucket(stack, 'AccessLogs', { profile: HONG_KONG }).bucket;
    archiveIn(stack, { accessLogs });
    const template = expectTemplate(stack);
    template.hasResourceProperties('AWS::S3::Bucket', {
      LoggingConfiguration: { DestinationBucketName: Match.anyValue(), LogFilePrefix: 's3/Archive/' },
    });
    template.allResourcesProperties('AWS::S3::Bucket', {
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      AccessControl: Match.absent(),
    });
    expect(unacknowledged(stack)).toEqual([]);
  });

  it('satisfies the packs without access logs too', () => {
    expect(unacknowledged(stackWith({ removalPolicy: RemovalPolicy.DESTROY }))).toEqual([]);
  });

  it.each<[string, Partial<ArchiveBucketProps>, string]>([
    ['a profile that states nothing', { profile: SILENT }, 'profile silent states no retention of infrastructure logs'],
    [
      'fewer days than the profile',
      { retentionDays: 200 },
      'from 365 to 36500 for infrastructure logs (Practice Guide',
    ],
    ['half a day', { retentionDays: 365.5 }, 'expected whole days'],
    [
      'deletion before the end',
      { deleteAfterDays: 365 },
      'deleteAfterDays: expected more than the 365 days of the lock',
    ],
  ])('refuses %s', (_, props, message) => {
    expect(() => stackWith(props)).toThrow(message);
    expect(() => stackWith(props)).toThrow('[Default/Archive]');
  });

  it('takes the days that are given where the profile states none', () => {
    expect(archiveIn(new Stack(), { profile: SILENT, retentionDays: 30 }).retentionDays).toBe(30);
  });
});

describe('AccessLogBucket', () => {
  it('takes access logs of its own account, under S3’s key, and lets nobody remove them', () => {
    const stack = new Stack();
    new AccessLogBucket(stack, 'Logs', { profile: HONG_KONG, logClass: 'application' });
    expectTemplate(stack).hasResourceProperties('AWS::S3::Bucket', {
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      LifecycleConfiguration: { Rules: Match.arrayWith([Match.objectLike({ ExpirationInDays: 183 })]) },
      ObjectLockEnabled: Match.absent(),
    });
    const policy = bucketStatements(stack);
    expect(named(policy, 'DenyRemoval').Condition).toBeUndefined();
    const [delivery] = ofService(policy, 'logging.s3');
    expect(delivery?.Condition).toEqual({ StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } });
    expect(unacknowledged(stack)).toEqual([]);
  });
});
