import type { aws_kms as kms } from 'aws-cdk-lib';
import { aws_iam as iam, Duration, Stack, type CustomResource } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { Profile } from '../../lib/profiles';
import { InlineFunction } from '../inline-function';

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
  private readonly accepting: InlineFunction;

  constructor(scope: Construct, id: string, { transitGatewayArn, ...log }: AttachmentAcceptanceProps) {
    super(scope, id);
    // An attachment belongs to the account of its VPC.
    const attachment = { service: 'ec2', account: '*', resource: 'transit-gateway-attachment', resourceName: '*' };
    this.accepting = new InlineFunction(this, 'Default', {
      handler: 'attachment-acceptance',
      description: 'Accepts attachments to the transit gateway that are named in the template',
      actions: ['ec2:DescribeTransitGatewayVpcAttachments'],
      statements: [
        new iam.PolicyStatement({
          actions: ['ec2:AcceptTransitGatewayVpcAttachment'],
          resources: [Stack.of(this).formatArn(attachment), transitGatewayArn],
        }),
      ],
      withoutResource:
        'Which attachments are accepted stands in the template, by id, and only those of one gateway can be; reading them knows no resources.',
      log,
      timeout: PATIENCE,
    });
  }

  /** Accepts one attachment; what needs it to be available must depend on the result. */
  accept(name: string, attachmentId: string): CustomResource {
    return this.accepting.resource(this, name, {
      resourceType: 'Custom::AcceptedAttachment',
      properties: { AttachmentId: attachmentId },
    });
  }
}
