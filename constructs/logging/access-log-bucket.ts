import { aws_s3 as s3 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { deploymentRolePatterns } from '../keys';
import type { LogCustodyProps } from './archive-bucket';
import { protectBucket } from './bucket-protection';
import { allowDelivery } from './delivery';
import { asInterface, deletionAfter, logBucket, useBucketPolicyForAccessLogs } from './log-bucket';
import { daysToKeep, type RetentionProps } from './retention';

/** Properties of {@link AccessLogBucket}. */
export interface AccessLogBucketProps extends RetentionProps, LogCustodyProps {}

/**
 * Receives the server access logs of the buckets of its account and region: pass `bucket` as their
 * `serverAccessLogsBucket`. S3 delivers them to no bucket of another account, under no customer key, and to none with
 * Object Lock; here the policy alone keeps them from removal and forgery. Where that is not enough, use a
 * {@link DeliveryBucket}. Evidence for LOG-03, LOG-05 and LOG-08.
 */
export class AccessLogBucket extends Construct {
  readonly bucket: s3.IBucket;
  /** Days after which logs are deleted. */
  readonly retentionDays: number;

  /** @throws Error when nobody says how long to keep, or the days are fewer than the profile's. */
  constructor(scope: Construct, id: string, props: AccessLogBucketProps) {
    super(scope, id);
    useBucketPolicyForAccessLogs(this);
    this.retentionDays = daysToKeep(this.node.path, props);
    const bucket = logBucket(this, 'Bucket', {
      ...(props.bucketName ? { bucketName: props.bucketName } : {}),
      ...(props.removalPolicy ? { removalPolicy: props.removalPolicy } : {}),
      encryption: s3.BucketEncryption.S3_MANAGED,
      lifecycleRules: deletionAfter(this.retentionDays),
    });
    this.bucket = asInterface(bucket);
    const { readers = [] } = props;
    const deploymentRoles = deploymentRolePatterns(this, props.deploymentRoles);
    protectBucket(bucket, { readers, writers: [], deploymentRoles });
    allowDelivery(bucket, 's3-access');
    const receives = 'This bucket receives access logs; logging its own access into itself would never end.';
    acknowledge(bucket, {
      'AwsSolutions-S1': receives,
      'NIST.800.53.R5-S3BucketLoggingEnabled': receives,
      'NIST.800.53.R5-S3DefaultEncryptionKMS':
        'S3 delivers server access logs only to buckets that are encrypted with its own keys (SSE-S3).',
      'NIST.800.53.R5-S3BucketReplicationEnabled':
        'A copy in another region would break residency; versions and a policy that refuses removal keep the logs instead.',
    });
  }
}
