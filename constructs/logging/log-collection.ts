import { aws_iam as iam, aws_kinesisfirehose as firehose, aws_logs as logs, Stack } from 'aws-cdk-lib';
import type { aws_s3 as s3 } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledgeWildcards } from '../acknowledge-wildcards';
import type { ArchiveBucket } from './archive-bucket';
import { collectionErrorGroup, logDestinationArn } from './archive-names';
import { DeliveryBucket, type DeliveryBucketProps } from './delivery-bucket';
import { EncryptedLogGroup } from './encrypted-log-group';
import { partitionedByAccount } from './partitioned-by-account';

/** Properties of {@link LogCollection}. */
export interface LogCollectionProps {
  /** Name of the destination: accounts compute its ARN from it ({@link logDestinationArn}). */
  readonly destinationName: string;
  /** Id of the organisation (`o-…`) whose accounts may send. */
  readonly organizationId: string;
  /** Bucket to which events are delivered, and the locked one into which they are copied. */
  readonly delivery: Omit<DeliveryBucketProps, 'writers' | 's3ManagedKey'>;
  /**
   * Seconds that events wait at most before they are written: 60 to 900.
   * @default 300
   */
  readonly bufferSeconds?: number;
}

const BUFFER_SECONDS = { least: 60, most: 900, usual: 300 };

/**
 * Collects what the log groups of all accounts of an organisation hold: a destination to which only its accounts send, a
 * delivery stream under a customer key, and a locked bucket, partitioned by account and day. Each account sends through
 * an {@link AccountLogSubscription}. Evidence for LOG-02, LOG-04 and LOG-06.
 *
 * Whether Firehose can write into a bucket with Object Lock, AWS does not say: it delivers to one that is copied.
 */
export class LogCollection extends Construct {
  /** ARN of the destination, for the subscriptions of accounts. */
  readonly destinationArn: string;
  /** Bucket to which the stream delivers. */
  readonly bucket: s3.IBucket;
  /** Bucket that keeps what was delivered. */
  readonly archive: ArchiveBucket;
  /** Name of the delivery stream, for alarms. */
  readonly streamName: string;

  /** @throws Error when the time to wait is out of bounds, or nobody says how long to keep logs. */
  constructor(scope: Construct, id: string, props: LogCollectionProps) {
    super(scope, id);
    const { partition, region, account } = Stack.of(this);
    const seconds = this.bufferSeconds(props.bufferSeconds);
    const writer = this.roleOf('Writer', 'Delivers what log groups hold into the archive', 'firehose.amazonaws.com', {
      'aws:SourceAccount': account,
    });
    const delivery = new DeliveryBucket(this, 'Delivery', { ...props.delivery, writers: [writer.roleArn] });
    this.bucket = delivery.bucket;
    this.archive = delivery.archive;
    const stream = this.stream(props, writer, seconds);
    this.streamName = stream.ref;
    this.destinationArn = logDestinationArn(partition, region, account, props.destinationName);
    this.addDestination(props, stream.attrArn);
  }

  private bufferSeconds(seconds: number = BUFFER_SECONDS.usual): number {
    const { least, most } = BUFFER_SECONDS;
    if (Number.isInteger(seconds) && seconds >= least && seconds <= most) return seconds;
    throw new Error(
      `[${this.node.path}] bufferSeconds: expected whole seconds from ${least} to ${most}, found ${seconds}; Firehose accepts no others`,
    );
  }

  private stream(props: LogCollectionProps, writer: iam.Role, seconds: number): firehose.CfnDeliveryStream {
    const { encryptionKey } = this.archive;
    const errors = new EncryptedLogGroup(this, 'Errors', {
      ...retentionOf(props),
      encryptionKey,
      logGroupName: collectionErrorGroup(props.destinationName),
      ...(props.delivery.removalPolicy ? { removalPolicy: props.delivery.removalPolicy } : {}),
    });
    const errorStream = new logs.CfnLogStream(this, 'ErrorStream', {
      logGroupName: errors.logGroupName,
      logStreamName: 'delivery',
    });
    const policy = this.writerPolicy(writer, errors);
    const stream = new firehose.CfnDeliveryStream(this, 'Stream', {
      deliveryStreamName: props.destinationName,
      deliveryStreamType: 'DirectPut',
      deliveryStreamEncryptionConfigurationInput: { keyType: 'CUSTOMER_MANAGED_CMK', keyArn: encryptionKey.keyArn },
      extendedS3DestinationConfiguration: {
        bucketArn: this.bucket.bucketArn,
        roleArn: writer.roleArn,
        ...partitionedByAccount(Stack.of(this).region, seconds),
        encryptionConfiguration: { kmsEncryptionConfig: { awskmsKeyArn: encryptionKey.keyArn } },
        cloudWatchLoggingOptions: {
          enabled: true,
          logGroupName: errors.logGroupName,
          logStreamName: errorStream.ref,
        },
      },
    });
    // Firehose tries the bucket when the stream is made: the role must have its policy by then.
    stream.node.addDependency(policy);
    return stream;
  }

  private writerPolicy(role: iam.Role, errors: logs.ILogGroup): iam.ManagedPolicy {
    const { region, urlSuffix } = Stack.of(this);
    const { encryptionKey } = this.archive;
    const objects = this.bucket.arnForObjects('*');
    const policy = new iam.ManagedPolicy(this, 'WriterPolicy', {
      description: 'Writes into the delivery bucket, and reads nothing',
      roles: [role],
      statements: [
        statement(['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'], [this.bucket.bucketArn]),
        statement(['s3:AbortMultipartUpload', 's3:PutObject'], [objects]),
        new iam.PolicyStatement({
          actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
          resources: [encryptionKey.keyArn],
          conditions: { StringEquals: { 'kms:ViaService': `s3.${region}.${urlSuffix}` } },
        }),
        statement(['logs:PutLogEvents'], [errors.logGroupArn]),
      ],
    });
    acknowledgeWildcards(policy, [objects], 'Firehose names the objects that it writes.');
    return policy;
  }

  /** AWS documents the policy for an organisation with everybody as principal, and its id as condition. */
  private addDestination({ destinationName, organizationId }: LogCollectionProps, streamArn: string): void {
    const sender = this.roleOf(
      'Sender',
      'Lets CloudWatch Logs of the organisation write into the stream',
      'logs.amazonaws.com',
      {
        'aws:SourceOrgID': organizationId,
      },
    );
    const policy = new iam.ManagedPolicy(this, 'SenderPolicy', {
      description: 'Writes into one delivery stream',
      roles: [sender],
      statements: [statement(['firehose:PutRecord', 'firehose:PutRecordBatch'], [streamArn])],
    });
    const destination = new logs.CfnDestination(this, 'Destination', {
      destinationName,
      roleArn: sender.roleArn,
      targetArn: streamArn,
      destinationPolicy: Stack.of(this).toJsonString({
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'AllowAccountsOfTheOrganization',
            Effect: 'Allow',
            Principal: '*',
            Action: ['logs:PutAccountPolicy', 'logs:PutSubscriptionFilter'],
            Resource: this.destinationArn,
            Condition: { StringEquals: { 'aws:PrincipalOrgID': organizationId } },
          },
        ],
      }),
    });
    // CloudWatch Logs sends a test record when the destination is made.
    destination.node.addDependency(policy);
  }

  private roleOf(id: string, description: string, service: string, equals: Record<string, string>): iam.Role {
    return new iam.Role(this, id, {
      description,
      assumedBy: new iam.ServicePrincipal(service, { conditions: { StringEquals: equals } }),
    });
  }
}

function statement(actions: string[], resources: string[]): iam.PolicyStatement {
  return new iam.PolicyStatement({ actions, resources });
}

function retentionOf({ delivery: { archive } }: LogCollectionProps) {
  const { profile, logClass, retentionDays } = archive;
  return {
    ...(profile ? { profile } : {}),
    ...(logClass ? { logClass } : {}),
    ...(retentionDays === undefined ? {} : { retentionDays }),
  };
}
