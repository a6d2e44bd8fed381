import { aws_config as config, aws_iam as iam, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';

/** Properties of {@link ConfigRecorder}. */
export interface ConfigRecorderProps {
  /** Bucket of the log archive, by name; it may belong to another account, and must have no Object Lock. */
  readonly bucketName: string;
  /**
   * Key for what is delivered, by ARN.
   * @default - the default encryption of the bucket
   */
  readonly keyArn?: string;
  /**
   * Record resources without a region, such as roles, too: true in one region of an account.
   * @default true
   */
  readonly includeGlobalResources?: boolean;
  /**
   * Create the service-linked role of AWS Config; false where the account has it already.
   * @default true
   */
  readonly createServiceLinkedRole?: boolean;
}

/**
 * Records every change of every resource of an account, and delivers the history to the archive. There is one in an
 * account and region. It uses the service-linked role, so that AWS Config delivers as a service, which the archive admits
 * for its organisation. Evidence for GOV-11, DET-03 and LOG-06.
 */
export class ConfigRecorder extends Construct {
  readonly recorderName: string;

  constructor(scope: Construct, id: string, props: ConfigRecorderProps) {
    super(scope, id);
    const { partition, account } = Stack.of(this);
    const recorder = new config.CfnConfigurationRecorder(this, 'Recorder', {
      roleArn: `arn:${partition}:iam::${account}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
      recordingGroup: { allSupported: true, includeGlobalResourceTypes: props.includeGlobalResources ?? true },
      recordingMode: { recordingFrequency: 'CONTINUOUS' },
    });
    new config.CfnDeliveryChannel(this, 'Channel', {
      s3BucketName: props.bucketName,
      ...(props.keyArn ? { s3KmsKeyArn: props.keyArn } : {}),
      configSnapshotDeliveryProperties: { deliveryFrequency: 'TwentyFour_Hours' },
    });
    if (props.createServiceLinkedRole ?? true) {
      const role = new iam.CfnServiceLinkedRole(this, 'Role', { awsServiceName: 'config.amazonaws.com' });
      role.applyRemovalPolicy(RemovalPolicy.RETAIN);
      // Not the channel: CloudFormation itself makes recorder and channel wait for each other.
      recorder.node.addDependency(role);
    }
    this.recorderName = recorder.ref;
  }
}
