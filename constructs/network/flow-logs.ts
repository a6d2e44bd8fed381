import type { aws_kms as kms, RemovalPolicy, aws_logs as logs } from 'aws-cdk-lib';
import { aws_ec2 as ec2, aws_iam as iam, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { DEFAULT_PROFILE, profileById, type Profile } from '../../lib/profiles';
import { EncryptedLogGroup, FLOW_FIELDS, GATEWAY_FLOW_FIELDS } from '../logging';
import type { AnyVpc } from './any-vpc';

/** Where flow logs go: a bucket of the log archive, or an encrypted log group of the account. */
export type FlowLogsDestination =
  | {
      /** ARN of the archive's bucket; its policy must let the log delivery service write. */
      readonly archiveBucketArn: string;
      /** Folder in the bucket, without slashes at its ends. @default none */
      readonly prefix?: string;
    }
  | {
      readonly encryptionKey: kms.IKey;
      /** Days to keep them, not fewer than the profile asks. @default what the profile asks */
      readonly retentionDays?: number;
      /** @default RETAIN */
      readonly removalPolicy?: RemovalPolicy;
    };

const FORMAT = format(FLOW_FIELDS);
const GATEWAY_FORMAT = format(GATEWAY_FLOW_FIELDS);

/** Seconds over which a VPC's flow is summed up: the finest that AWS offers. */
const AGGREGATION_SECONDS = 60;

interface FlowLogsOptions {
  readonly destination: FlowLogsDestination;
  /** Jurisdiction that says how long logs are kept. @default hk-s17 */
  readonly profile?: Profile;
}

/** What is recorded: a VPC, made by CDK or imported, or a VPC or transit gateway by its id. */
export type FlowLogsProps = FlowLogsOptions &
  ({ readonly vpc: AnyVpc } | { readonly resourceId: string; readonly resourceType: 'VPC' | 'TransitGateway' });

/** Records all traffic of a VPC or a transit gateway, accepted and refused (NET-11, LOG-06). */
export class FlowLogs extends Construct {
  constructor(scope: Construct, id: string, props: FlowLogsProps) {
    super(scope, id);
    const resource =
      'vpc' in props
        ? { resourceId: props.vpc.vpcId, resourceType: 'VPC' }
        : { resourceId: props.resourceId, resourceType: props.resourceType };
    new ec2.CfnFlowLog(this, 'FlowLog', {
      ...resource,
      maxAggregationInterval: AGGREGATION_SECONDS,
      ...(resource.resourceType === 'VPC' ? { trafficType: 'ALL', logFormat: FORMAT } : { logFormat: GATEWAY_FORMAT }),
      ...this.destination(props.destination, props.profile ?? profileById(DEFAULT_PROFILE)),
    });
  }

  private destination(destination: FlowLogsDestination, profile: Profile) {
    if ('archiveBucketArn' in destination) {
      const { archiveBucketArn, prefix } = destination;
      return {
        logDestinationType: 's3',
        logDestination: prefix ? `${archiveBucketArn}/${prefix}` : archiveBucketArn,
        // Plain paths (AWSLogs/<account>/…): what bucket policies of archives allow.
        destinationOptions: { fileFormat: 'plain-text', hiveCompatiblePartitions: false, perHourPartition: true },
      };
    }
    const group = new EncryptedLogGroup(this, 'LogGroup', { ...destination, profile });
    return {
      logDestinationType: 'cloud-watch-logs',
      logDestination: group.logGroupArn,
      deliverLogsPermissionArn: this.deliveryRole(group).roleArn,
    };
  }

  private deliveryRole(group: logs.ILogGroup): iam.Role {
    const stack = Stack.of(this);
    const role = new iam.Role(this, 'DeliveryRole', {
      description: 'Lets the flow log service write to its log group',
      assumedBy: new iam.ServicePrincipal('vpc-flow-logs.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
      }),
    });
    new iam.ManagedPolicy(this, 'DeliveryPolicy', {
      description: 'Writes flow logs to one log group',
      roles: [role],
      statements: [
        new iam.PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams'],
          resources: [group.logGroupArn],
        }),
      ],
    });
    return role;
  }
}

function format(fields: readonly string[]): string {
  return fields.map((field) => `\${${field}}`).join(' ');
}
