import type { aws_kms as kms, aws_logs as logs } from 'aws-cdk-lib';
import { aws_iam as iam, aws_lambda as lambda } from 'aws-cdk-lib';
import { CustomResource, Duration, Stack, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { DEFAULT_PROFILE, profileById, type Profile } from '../../lib/profiles';
import { acknowledge } from '../acknowledge';
import { EncryptedLogGroup } from '../logging';
import { ACCEPTANCE_CODE } from './attachment-acceptance-code';

export interface AttachmentAcceptanceProps {
  readonly transitGatewayArn: string;
  /** Encrypts the function's log. */
  readonly encryptionKey: kms.IKey;
  /** Days to keep the function's log. @default what the profile asks */
  readonly logRetentionDays?: number;
  /** Jurisdiction that says how long logs are kept. @default hk-s17 */
  readonly profile?: Profile;
}

/** Longest wait for one attachment to become available. */
const PATIENCE = Duration.minutes(10);

/**
 * Accepts attachments that other accounts asked for, by their ids. A custom resource: CloudFormation has none for
 * this, and a gateway that accepts by itself lets anyone of the organisation in.
 */
export class AttachmentAcceptance extends Construct {
  private readonly handler: lambda.Function;

  constructor(scope: Construct, id: string, props: AttachmentAcceptanceProps) {
    super(scope, id);
    const logGroup = new EncryptedLogGroup(this, 'Log', {
      encryptionKey: props.encryptionKey,
      profile: props.profile ?? profileById(DEFAULT_PROFILE),
      ...(props.logRetentionDays === undefined ? {} : { retentionDays: props.logRetentionDays }),
    });
    this.handler = new lambda.Function(this, 'Function', {
      description: 'Accepts attachments to the transit gateway that are named in the template',
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline(ACCEPTANCE_CODE),
      timeout: PATIENCE,
      role: this.role(props.transitGatewayArn, logGroup),
      logGroup,
    });
    const brief = 'The function runs when the hub is deployed, for as long as an attachment takes to become available';
    acknowledge(this, {
      'NIST.800.53.R5-LambdaConcurrency': `${brief}; a reserved share of the account's concurrency would be idle.`,
      'NIST.800.53.R5-LambdaDLQ': `${brief}; it is invoked by CloudFormation, to which it reports every failure.`,
      'NIST.800.53.R5-LambdaInsideVPC': `${brief}; it reaches nothing but the EC2 interface and CloudFormation.`,
    });
  }

  /** Accepts one attachment; what needs it to be available must depend on the result. */
  accept(name: string, attachmentId: string): CustomResource {
    return new CustomResource(this, name, {
      resourceType: 'Custom::AcceptedAttachment',
      serviceToken: this.handler.functionArn,
      serviceTimeout: PATIENCE,
      properties: { AttachmentId: attachmentId },
    });
  }

  private role(transitGatewayArn: string, logGroup: logs.ILogGroup): iam.Role {
    const role = new iam.Role(this, 'Role', {
      description: 'Accepts attachments to the transit gateway',
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
    });
    // An attachment belongs to the account of its VPC.
    const stack = Stack.of(this);
    const attachment = { service: 'ec2', account: '*', resource: 'transit-gateway-attachment', resourceName: '*' };
    const policy = new iam.ManagedPolicy(this, 'Policy', {
      description: 'Accepts attachments to the transit gateway and writes its log',
      roles: [role],
      statements: [
        new iam.PolicyStatement({
          actions: ['ec2:AcceptTransitGatewayVpcAttachment'],
          resources: [stack.formatArn(attachment), transitGatewayArn],
        }),
        new iam.PolicyStatement({ actions: ['ec2:DescribeTransitGatewayVpcAttachments'], resources: ['*'] }),
        new iam.PolicyStatement({
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [logGroup.logGroupArn],
        }),
      ],
    });
    const region = Token.isUnresolved(stack.region) ? '<AWS::Region>' : stack.region;
    acknowledge(policy, {
      'AwsSolutions-IAM5[Resource::*]': 'DescribeTransitGatewayVpcAttachments knows no resources, and changes nothing.',
      [`AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ec2:${region}:*:transit-gateway-attachment/*]`]:
        'Which attachments are accepted stands in the template, by id; the role is limited to those of one gateway.',
    });
    return role;
  }
}
