import { aws_iam as iam, aws_s3 as s3, Duration } from 'aws-cdk-lib';
import type { aws_kms as kms } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from '../../acknowledge';
import { privateBucket, watchBucket } from '../../private-bucket';

/** Properties of {@link ExchangeBucket}. */
interface ExchangeBucketProps {
  readonly encryptionKey: kms.IKey;
  readonly accessLogBucket: s3.IBucket;
  /** Days after which objects, and older versions, are deleted. */
  readonly keepDays: number;
  /** Tell EventBridge of new objects. @default false */
  readonly events?: boolean;
}

/** A bucket through which objects pass: private, under the key of the exchange, emptied after days. */
export class ExchangeBucket extends Construct {
  readonly bucket: s3.IBucket;
  private readonly made: s3.Bucket;

  constructor(scope: Construct, id: string, { encryptionKey, accessLogBucket, keepDays, events }: ExchangeBucketProps) {
    super(scope, id);
    const made = privateBucket(this, 'Bucket', {
      encryption: s3.BucketEncryption.KMS,
      encryptionKey,
      bucketKeyEnabled: true,
      lifecycleRules: [
        {
          id: 'passing',
          expiration: Duration.days(keepDays),
          noncurrentVersionExpiration: Duration.days(keepDays),
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
      ],
    });
    this.made = made;
    // Strict projects see a difference where CDK's class says `boolean | undefined` and its interface `boolean?`.
    this.bucket = made as s3.IBucket;
    watchBucket(made, { accessLogBucketName: accessLogBucket.bucketName, events: events ?? false });
    acknowledge(made, {
      'NIST.800.53.R5-S3BucketReplicationEnabled':
        'A copy in another region would move what has not been approved out of the jurisdiction; objects only pass here.',
    });
  }

  /** Refuses actions on objects under a prefix to everybody but these roles. */
  refuse(sid: string, actions: readonly string[], prefix: string, conditions: iam.Conditions): void {
    this.made.addToResourcePolicy(
      new iam.PolicyStatement({
        sid,
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: [...actions],
        resources: [this.made.arnForObjects(`${prefix}*`)],
        conditions,
      }),
    );
  }
}
