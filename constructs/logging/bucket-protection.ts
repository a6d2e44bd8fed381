import { aws_iam as iam, Stack } from 'aws-cdk-lib';
import type { aws_kms as kms, aws_s3 as s3 } from 'aws-cdk-lib';

/** Who may do more with a bucket of logs than nothing. ARN patterns of roles. */
export interface BucketProtection {
  /** Roles that may change the bucket's settings: CloudFormation's. */
  readonly deploymentRoles: readonly string[];
  /** Roles that alone may read; everybody whom the account's policies allow when empty. */
  readonly readers: readonly string[];
  /** Roles that may write besides AWS services: replication. */
  readonly writers: readonly string[];
}

/** Deleting, hiding and shortening: nobody needs to. Lifecycle rules are not subject to bucket policies. */
const REMOVAL = ['s3:BypassGovernanceRetention', 's3:DeleteObject', 's3:DeleteObjectVersion', 's3:ReplicateDelete'];

/** Ways to put an object there that no service delivered. */
const WRITING = ['s3:PutObject', 's3:ReplicateObject', 's3:ReplicateTags'];

/** Settings by which logs could be lost, hidden, shown or sent elsewhere. */
const SETTINGS = [
  's3:DeleteBucket',
  's3:DeleteBucketPolicy',
  's3:PutAccelerateConfiguration',
  's3:PutBucketAcl',
  's3:PutBucketLogging',
  's3:PutBucketObjectLockConfiguration',
  's3:PutBucketOwnershipControls',
  's3:PutBucketPolicy',
  's3:PutBucketPublicAccessBlock',
  's3:PutBucketVersioning',
  's3:PutEncryptionConfiguration',
  's3:PutLifecycleConfiguration',
  's3:PutReplicationConfiguration',
];

/** Reading includes asking for restored copies from colder classes. */
const READING = ['s3:GetObject', 's3:GetObjectVersion'];

/**
 * Refuses, to everybody, deleting and forging logs, and to everybody but the deployment changing the bucket. The account's
 * root user can always replace a bucket's policy, so that this locks nobody out for good; what Object Lock keeps, it
 * keeps even then.
 */
export function protectBucket(bucket: s3.Bucket, protection: BucketProtection): void {
  const objects = [bucket.arnForObjects('*')];
  const notService = { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } };
  const { deploymentRoles, readers, writers } = protection;
  refuse(bucket, 'DenyRemoval', REMOVAL, objects);
  refuse(bucket, 'DenySettings', SETTINGS, [bucket.bucketArn], others(deploymentRoles));
  refuse(bucket, 'DenyForgery', WRITING, objects, {
    ...notService,
    ...(writers.length > 0 ? others(writers) : {}),
  });
  if (readers.length > 0) refuse(bucket, 'DenyReading', READING, objects, others(readers));
}

/**
 * Lets roles of other accounts read: both the bucket and its key must agree. Roles of the bucket's own account read by
 * their identity policies.
 */
export function allowReaders(bucket: s3.Bucket, readers: readonly string[], key?: kms.IKey): void {
  const { account: own, region, urlSuffix } = Stack.of(bucket);
  for (const account of new Set(readers.map(accountOf))) {
    if (account === own || !/^\d{12}$/.test(account)) continue;
    const arns = readers.filter((arn) => accountOf(arn) === account);
    const principals = [new iam.AccountPrincipal(account)];
    const named = { ArnLike: { 'aws:PrincipalArn': arns } };
    const allow = (actions: string[], resources: string[], conditions: iam.Conditions) =>
      new iam.PolicyStatement({ principals, actions, resources, conditions });
    bucket.addToResourcePolicy(allow(READING, [bucket.arnForObjects('*')], named));
    bucket.addToResourcePolicy(allow(['s3:GetBucketLocation', 's3:ListBucket'], [bucket.bucketArn], named));
    key?.addToResourcePolicy(
      allow(['kms:Decrypt', 'kms:DescribeKey'], ['*'], {
        ...named,
        StringEquals: { 'kms:ViaService': `s3.${region}.${urlSuffix}` },
      }),
    );
  }
}

function others(roles: readonly string[]): iam.Conditions {
  return { ArnNotLike: { 'aws:PrincipalArn': roles } };
}

function accountOf(arn: string): string {
  return arn.split(':')[4] ?? '';
}

function refuse(
  bucket: s3.Bucket,
  sid: string,
  actions: readonly string[],
  resources: string[],
  conditions: iam.Conditions = {},
): void {
  bucket.addToResourcePolicy(
    new iam.PolicyStatement({
      sid,
      effect: iam.Effect.DENY,
      principals: [new iam.AnyPrincipal()],
      actions: [...actions],
      resources,
      conditions,
    }),
  );
}
