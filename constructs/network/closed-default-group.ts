import { aws_ec2 as ec2, aws_iam as iam, aws_lambda as lambda } from 'aws-cdk-lib';
import { CustomResource, Duration, Stack, Token } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import type { AnyVpc } from './any-vpc';
import { CLOSING_CODE } from './default-group-code';

export interface ClosedDefaultGroupProps {
  /** Made by CDK or imported. */
  readonly vpc: AnyVpc;
}

/** Longest run of the function, and longest wait of CloudFormation for its answer. */
const RUN = Duration.minutes(2);
const PATIENCE = Duration.minutes(5);

/**
 * Takes all rules from the default security group of a VPC, so that what wears it by mistake reaches nothing (NET-09).
 * A custom resource: CloudFormation has none for a group that it did not make. Removing it gives no rules back.
 */
export class ClosedDefaultGroup extends Construct {
  constructor(scope: Construct, id: string, { vpc }: ClosedDefaultGroupProps) {
    super(scope, id);
    const group = vpc instanceof ec2.Vpc ? vpc.vpcDefaultSecurityGroup : undefined;
    const closing = Closing.of(this);
    closing.permit(vpc.vpcId, group);
    new CustomResource(this, 'Resource', {
      // As CDK's own, by which checkers know it.
      resourceType: 'Custom::VpcRestrictDefaultSG',
      serviceToken: closing.functionArn,
      serviceTimeout: PATIENCE,
      properties: group === undefined ? { VpcId: vpc.vpcId } : { DefaultSecurityGroupId: group },
    });
    if (!(vpc instanceof ec2.Vpc)) return;
    acknowledge(vpc, {
      'NIST.800.53.R5-VPCDefaultSecurityGroupClosed':
        'The default security group is emptied by the custom resource beside the VPC; the rule cannot see that.',
    });
  }
}

/** The function behind all closed groups of a stack. It keeps no log: whatever fails is told to CloudFormation. */
class Closing extends Construct {
  readonly functionArn: string;
  private readonly policy: iam.ManagedPolicy;

  static of(scope: Construct): Closing {
    const stack = Stack.of(scope);
    const found = stack.node.tryFindChild('ClosingDefaultGroups');
    return found instanceof Closing ? found : new Closing(stack, 'ClosingDefaultGroups');
  }

  private constructor(scope: Construct, id: string) {
    super(scope, id);
    const role = new iam.Role(this, 'Role', {
      description: 'Takes the rules from default security groups',
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
    });
    this.policy = new iam.ManagedPolicy(this, 'Policy', {
      description: 'Takes the rules from the default security groups of the VPCs of the stack',
      roles: [role],
      statements: [
        new iam.PolicyStatement({
          actions: ['ec2:DescribeSecurityGroups', 'ec2:DescribeSecurityGroupRules'],
          resources: ['*'],
        }),
      ],
    });
    const code = new lambda.Function(this, 'Function', {
      description: 'Takes the rules from default security groups that are named in the template',
      runtime: lambda.Runtime.NODEJS_24_X,
      handler: 'index.handler',
      code: lambda.Code.fromInline(CLOSING_CODE),
      timeout: RUN,
      role,
    });
    // The first run needs the rights that the policy gives.
    code.node.addDependency(this.policy);
    this.functionArn = code.functionArn;
    this.acknowledge();
  }

  /** @param group id of the default group, where the template knows it; else any group of the VPC. */
  permit(vpcId: string, group: string | undefined): void {
    const arn = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: 'ec2', resource, resourceName });
    const actions = ['ec2:RevokeSecurityGroupIngress', 'ec2:RevokeSecurityGroupEgress'];
    this.policy.addStatements(
      new iam.PolicyStatement({
        actions,
        resources: [arn('security-group', group ?? '*')],
        ...(group === undefined ? { conditions: { ArnEquals: { 'ec2:Vpc': arn('vpc', vpcId) } } } : {}),
      }),
    );
  }

  private acknowledge(): void {
    const brief = 'The function runs for seconds when a VPC is deployed';
    const { region, account } = Stack.of(this);
    const place = [region, account].map((part, index) =>
      Token.isUnresolved(part) ? ['<AWS::Region>', '<AWS::AccountId>'][index] : part,
    );
    acknowledge(this, {
      'AwsSolutions-IAM5[Resource::*]': 'Describe actions know no resources, and change nothing.',
      [`AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ec2:${place.join(':')}:security-group/*]`]:
        'Which group is the default one of an imported VPC is only known at deployment; the condition names the VPC.',
      'NIST.800.53.R5-LambdaConcurrency': `${brief}; a reserved share of the account's concurrency would be idle.`,
      'NIST.800.53.R5-LambdaDLQ': `${brief}; it is invoked by CloudFormation, to which it reports every failure.`,
      'NIST.800.53.R5-LambdaInsideVPC': `${brief}; it reaches nothing but the EC2 interface and CloudFormation.`,
    });
  }
}
