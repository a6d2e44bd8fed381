import { aws_iam as iam, aws_s3 as s3, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { acknowledgeWildcards } from '../acknowledge-wildcards';
import { deploymentRolePatterns } from '../keys';
import { ArchiveBucket, type ArchiveBucketProps, type LogCustodyProps } from './archive-bucket';
import { protectBucket } from './bucket-protection';
import { allowDelivery, type DeliveryScope, type DeliverySource } from './delivery';
import { asInterface, deletionAfter, logBucket, observed, useBucketPolicyForAccessLogs } from './log-bucket';

/** Properties of {@link DeliveryBucket}. */
export interface DeliveryBucketProps extends LogCustodyProps {
  /** The bucket that keeps what is delivered here. `writers` is set by this construct. */
  readonly archive: Omit<ArchiveBucketProps, 'writers'>;
  /**
   * ARNs of the roles that may deliver besides AWS services.
   * @default - none
   */
  readonly writers?: readonly string[];
  /**
   * Whether S3's own key encrypts what is delivered, as Elastic Load Balancing and S3 itself require; the archive's copy
   * is under the customer key either way.
   * @default false
   */
  readonly s3ManagedKey?: boolean;
  /**
   * Bucket of the same account that receives the access logs of this one.
   * @default - access is not logged by S3 itself
   */
  readonly accessLogs?: s3.IBucket;
}

/** Name of the rule that copies, for alarms. */
export const REPLICATION_RULE = 'archive';

/** Days that a log stays here after it was copied: time to repair a failed copy. */
const STAY_DAYS = 30;

/**
 * Takes logs from services that cannot write into a locked bucket, and copies each at once into an {@link ArchiveBucket}
 * of the same account and region. AWS Config delivers to no bucket with Object Lock; Elastic Load Balancing and S3's own
 * access logs want S3's key, and S3 no Object Lock either. Here too nobody deletes or forges; logs go after 30 days.
 * Evidence for LOG-02, LOG-05, LOG-06 and LOG-08.
 */
export class DeliveryBucket extends Construct {
  readonly bucket: s3.IBucket;
  readonly archive: ArchiveBucket;
  private readonly made: s3.Bucket;

  constructor(scope: Construct, id: string, props: DeliveryBucketProps) {
    super(scope, id);
    useBucketPolicyForAccessLogs(this);
    const replication = new iam.Role(this, 'Replication', {
      description: 'Copies delivered logs into their archive',
      assumedBy: new iam.ServicePrincipal('s3.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    this.archive = new ArchiveBucket(this, 'Archive', { ...props.archive, writers: [replication.roleArn] });
    this.made = this.delivered(props, replication);
    this.bucket = asInterface(this.made);
    const { readers = [] } = props;
    const deploymentRoles = deploymentRolePatterns(this, props.deploymentRoles);
    protectBucket(this.made, {
      deploymentRoles,
      writers: props.writers ?? [],
      readers: readers.length > 0 ? [...readers, replication.roleArn] : [],
    });
    this.allowCopying(replication, props);
    this.acknowledgeFindings(props);
  }

  /** Lets a service deliver logs, and nothing else. */
  allowDelivery(source: DeliverySource, from?: DeliveryScope): void {
    allowDelivery(this.made, source, from);
  }

  private delivered(props: DeliveryBucketProps, replicationRole: iam.IRole): s3.Bucket {
    const { encryptionKey } = this.archive;
    return logBucket(this, 'Bucket', {
      ...(props.bucketName ? { bucketName: props.bucketName } : {}),
      ...(props.removalPolicy ? { removalPolicy: props.removalPolicy } : {}),
      ...(props.s3ManagedKey
        ? { encryption: s3.BucketEncryption.S3_MANAGED }
        : { encryption: s3.BucketEncryption.KMS, encryptionKey, bucketKeyEnabled: true }),
      lifecycleRules: deletionAfter(STAY_DAYS),
      ...observed(this, props),
      replicationRole,
      replicationRules: [
        {
          id: REPLICATION_RULE,
          destination: this.archive.bucket,
          kmsKey: encryptionKey,
          sseKmsEncryptedObjects: true,
          deleteMarkerReplication: false,
          metrics: s3.ReplicationTimeValue.FIFTEEN_MINUTES,
        },
      ],
      ...(props.accessLogs
        ? { serverAccessLogsBucket: props.accessLogs, serverAccessLogsPrefix: `s3/${this.node.id}/` }
        : {}),
    });
  }

  private allowCopying(role: iam.IRole, props: DeliveryBucketProps): void {
    const { region, urlSuffix } = Stack.of(this);
    const { bucket: archive, encryptionKey } = this.archive;
    const viaS3 = { StringEquals: { 'kms:ViaService': `s3.${region}.${urlSuffix}` } };
    const policy = new iam.ManagedPolicy(this, 'ReplicationPolicy', {
      description: 'Reads delivered logs and writes their copies',
      roles: [role],
      statements: [
        statement(['s3:GetReplicationConfiguration', 's3:ListBucket'], [this.bucket.bucketArn]),
        statement(
          ['s3:GetObjectVersionAcl', 's3:GetObjectVersionForReplication', 's3:GetObjectVersionTagging'],
          [this.bucket.arnForObjects('*')],
        ),
        statement(['s3:ReplicateObject', 's3:ReplicateTags'], [archive.arnForObjects('*')]),
        statement(
          ['kms:Encrypt', 'kms:GenerateDataKey', ...(props.s3ManagedKey ? [] : ['kms:Decrypt'])],
          [encryptionKey.keyArn],
          viaS3,
        ),
      ],
    });
    acknowledgeWildcards(
      policy,
      [this.bucket, archive].map((bucket) => bucket.arnForObjects('*')),
      'Replication copies every object of one bucket into one other.',
    );
  }

  private acknowledgeFindings(props: DeliveryBucketProps): void {
    const receives = 'This bucket receives access logs; logging its own access into itself would never end.';
    acknowledge(this.made, {
      ...(props.accessLogs ? {} : { 'AwsSolutions-S1': receives, 'NIST.800.53.R5-S3BucketLoggingEnabled': receives }),
      ...(props.s3ManagedKey
        ? {
            'NIST.800.53.R5-S3DefaultEncryptionKMS':
              'Elastic Load Balancing and S3 deliver access logs only to buckets under S3’s own key; the archive’s copy is under the customer key.',
          }
        : {}),
    });
  }
}

function statement(actions: string[], resources: string[], conditions: iam.Conditions = {}): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions, resources, conditions });
}
