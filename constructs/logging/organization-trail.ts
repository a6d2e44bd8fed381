import { ArnFormat, aws_cloudtrail as cloudtrail, aws_iam as iam, Stack } from 'aws-cdk-lib';
import type { aws_kms as kms, aws_logs as logs, RemovalPolicy } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledgeWildcards } from '../acknowledge-wildcards';
import { trailArn } from './archive-names';
import { eventSelectors } from './data-event-selectors';
import { EncryptedLogGroup } from './encrypted-log-group';
import type { RetentionProps } from './retention';

/** Properties of {@link OrganizationTrail}. */
export interface OrganizationTrailProps extends RetentionProps {
  /** Name of the trail: the archive's account computes its ARN from it ({@link trailArn}). */
  readonly trailName: string;
  /** Id of the organisation (`o-…`). */
  readonly organizationId: string;
  /** Bucket of the log archive, by name; usually of another account. */
  readonly bucketName: string;
  /** Key of the logs in the archive: its ARN, or the ARN of its alias. */
  readonly keyArn: string;
  /** Customer key, of this account, of the copy in CloudWatch Logs. */
  readonly logGroupKey: kms.IKey;
  /**
   * Types of resources whose reads and writes are recorded, besides all management events.
   * @default - objects in S3, tables in DynamoDB and functions in Lambda
   */
  readonly dataEventTypes?: readonly string[];
  /**
   * ARNs of buckets, or beginnings of them, that receive logs: writes to them are not recorded again.
   * @default - the bucket of the trail
   */
  readonly archiveBucketArns?: readonly string[];
  /** @default RemovalPolicy.RETAIN */
  readonly removalPolicy?: RemovalPolicy;
}

const DATA_EVENTS = ['AWS::DynamoDB::Table', 'AWS::Lambda::Function', 'AWS::S3::Object'];

/**
 * The trail of an organisation, for its management account: all accounts and regions, management and data events,
 * unusual activity (Insights), digests that prove that no file was changed, under the archive's key, with a copy in
 * CloudWatch Logs for alarms. Evidence for LOG-01, LOG-02, LOG-04, LOG-07 and KEY-08 (S17 14.4.1, 14.4.2).
 */
export class OrganizationTrail extends Construct {
  /** The copy in CloudWatch Logs. */
  readonly logGroup: logs.ILogGroup;
  readonly trailArn: string;

  /** @throws Error when nobody says how long to keep the copy, or the days are fewer than the profile's. */
  constructor(scope: Construct, id: string, props: OrganizationTrailProps) {
    super(scope, id);
    const { partition, region, account } = Stack.of(this);
    this.trailArn = trailArn(partition, region, account, props.trailName);
    this.logGroup = new EncryptedLogGroup(this, 'LogGroup', {
      encryptionKey: props.logGroupKey,
      ...(props.profile ? { profile: props.profile } : {}),
      ...(props.logClass ? { logClass: props.logClass } : {}),
      ...(props.retentionDays === undefined ? {} : { retentionDays: props.retentionDays }),
      ...(props.removalPolicy ? { removalPolicy: props.removalPolicy } : {}),
    });
    const { role, policy } = this.delivery(props);
    const archive = props.archiveBucketArns ?? [`arn:${partition}:s3:::${props.bucketName}/`];
    const trail = new cloudtrail.CfnTrail(this, 'Trail', {
      trailName: props.trailName,
      isLogging: true,
      isOrganizationTrail: true,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      s3BucketName: props.bucketName,
      kmsKeyId: props.keyArn,
      cloudWatchLogsLogGroupArn: this.logGroup.logGroupArn,
      cloudWatchLogsRoleArn: role.roleArn,
      insightSelectors: [{ insightType: 'ApiCallRateInsight' }, { insightType: 'ApiErrorRateInsight' }],
      advancedEventSelectors: eventSelectors(props.dataEventTypes ?? DATA_EVENTS, archive),
    });
    // CloudTrail tries to write when the trail is made: the role must have its policy by then.
    trail.node.addDependency(policy);
  }

  /** An organisation trail writes a stream for each account: those of this one, and those of the organisation. */
  private delivery({ organizationId, trailName }: OrganizationTrailProps) {
    const stack = Stack.of(this);
    const role = new iam.Role(this, 'Role', {
      description: 'Lets CloudTrail copy events to CloudWatch Logs',
      assumedBy: new iam.ServicePrincipal('cloudtrail.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceArn': trailArn(stack.partition, stack.region, stack.account, trailName) },
        },
      }),
    });
    const streams = [`${stack.account}_CloudTrail_*`, `${organizationId}_*`].map((stream) =>
      stack.formatArn({
        service: 'logs',
        resource: 'log-group',
        resourceName: `${this.logGroup.logGroupName}:log-stream:${stream}`,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      }),
    );
    const policy = new iam.ManagedPolicy(this, 'Policy', {
      description: 'Writes the log streams of the organisation trail',
      roles: [role],
      statements: [
        new iam.PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: streams }),
      ],
    });
    acknowledgeWildcards(policy, streams, 'CloudTrail names its log streams itself; the log group is one.');
    return { role, policy };
  }
}
