import { aws_iam as iam, aws_s3 as s3, Duration } from 'aws-cdk-lib';
import type { aws_kms as kms, RemovalPolicy } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { privateBucket, watchBucket } from '../private-bucket';
import { type BackupTierProps, markForBackup } from './backup-tier';
import { wildcardFinding } from './wildcard-finding';

const READ = ['s3:GetObject', 's3:GetObjectVersion', 's3:GetObjectTagging'];
const WRITE = ['s3:PutObject', 's3:PutObjectTagging', 's3:DeleteObject', 's3:AbortMultipartUpload'];
/** Infrequent access comes first: S3 moves nothing there before an object is 30 days old. */
const SHORTEST_ARCHIVE_DAYS = 30;

/** Properties of {@link DatasetBucket}. */
export interface DatasetBucketProps extends BackupTierProps {
  /** Customer key of the objects. */
  readonly encryptionKey: kms.IKey;
  /** Bucket that receives the server access logs; of the same account and region (`AccessLogBucket` of lionrock/logging). */
  readonly accessLogBucketName: string;
  /**
   * Age at which objects move to a colder class that still answers at once (Glacier Instant Retrieval).
   * @default Duration.days(180)
   */
  readonly archiveAfter?: Duration;
  /**
   * Time that replaced and deleted versions are kept.
   * @default Duration.days(365)
   */
  readonly keepVersionsFor?: Duration;
  /**
   * Send object events to the account's default event bus.
   * @default false
   */
  readonly eventNotifications?: boolean;
  /** @default RemovalPolicy.RETAIN */
  readonly removalPolicy?: RemovalPolicy;
}

/**
 * A bucket for a department's published or processed data: customer key, TLS 1.2 or later, versions, no public access,
 * no ACLs, access logs, objects moved to a colder class with age and never expired. Evidence for KEY-01, KEY-02, NET-14,
 * RES-03, RES-15, LOG-06, BKP-01 and BKP-05.
 */
export class DatasetBucket extends Construct {
  readonly bucket: s3.IBucket;
  private readonly encryptionKey: kms.IKey;

  /** @throws Error when objects would be archived before they are 30 days old. */
  constructor(scope: Construct, id: string, props: DatasetBucketProps) {
    super(scope, id);
    const bucket = privateBucket(this, 'Bucket', {
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: props.encryptionKey,
      bucketKeyEnabled: true,
      lifecycleRules: this.lifecycle(props),
      ...(props.removalPolicy === undefined ? {} : { removalPolicy: props.removalPolicy }),
    });
    watchBucket(bucket, { accessLogBucketName: props.accessLogBucketName, events: props.eventNotifications ?? false });
    // Strict projects see a difference where CDK's class says `boolean | undefined` and its interface `boolean?`.
    this.bucket = bucket as s3.IBucket;
    this.encryptionKey = props.encryptionKey;
    markForBackup(bucket, props.backupTier);
    acknowledge(bucket, {
      'NIST.800.53.R5-S3BucketReplicationEnabled':
        'Replication to another region would move the data out of the jurisdiction; versions and backups in the region protect it.',
    });
  }

  /** Lets the grantee list the bucket, read objects and decrypt them. */
  grantRead(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, READ).combine(this.encryptionKey.grantDecrypt(grantee));
  }

  /** Lets the grantee list the bucket, read, write and delete objects; deleted objects stay as versions. */
  grantReadWrite(grantee: iam.IGrantable): iam.Grant {
    return this.grant(grantee, [...READ, ...WRITE]).combine(this.encryptionKey.grantEncryptDecrypt(grantee));
  }

  private grant(grantee: iam.IGrantable, actions: string[]): iam.Grant {
    const objects = this.bucket.arnForObjects('*');
    const principal = grantee.grantPrincipal;
    if (Construct.isConstruct(principal)) {
      acknowledge(principal, {
        [wildcardFinding(this, objects)]:
          'The grant covers the objects of one bucket, whose names are not known in advance.',
      });
    }
    const list = iam.Grant.addToPrincipalOrResource({
      grantee,
      actions: ['s3:ListBucket', 's3:GetBucketLocation'],
      resourceArns: [this.bucket.bucketArn],
      resource: this.bucket,
    });
    const access = iam.Grant.addToPrincipalOrResource({
      grantee,
      actions,
      resourceArns: [objects],
      resource: this.bucket,
    });
    return list.combine(access);
  }

  private lifecycle(props: DatasetBucketProps): s3.LifecycleRule[] {
    const archiveAfter = props.archiveAfter ?? Duration.days(180);
    if (archiveAfter.toDays() < SHORTEST_ARCHIVE_DAYS) {
      throw new Error(
        `[${this.node.path}] archiveAfter: expected at least ${SHORTEST_ARCHIVE_DAYS} days, found ${archiveAfter.toDays()}; ` +
          'a colder class charges for a longer stay',
      );
    }
    return [
      {
        id: 'archive',
        transitions: [{ storageClass: s3.StorageClass.GLACIER_INSTANT_RETRIEVAL, transitionAfter: archiveAfter }],
        noncurrentVersionExpiration: props.keepVersionsFor ?? Duration.days(365),
      },
      { id: 'incomplete-uploads', abortIncompleteMultipartUploadAfter: Duration.days(7) },
    ];
  }
}
