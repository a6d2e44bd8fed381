import { aws_ec2 as ec2, aws_iam as iam, Duration, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { InlineFunction } from '../inline-function';
import type { AnyVpc } from './any-vpc';

export interface ClosedDefaultGroupProps {
  /** Made by CDK or imported. */
  readonly vpc: AnyVpc;
}

/** One function closes all groups of a stack. */
const FUNCTION_ID = 'ClosingDefaultGroups';

/**
 * Takes all rules from the default security group of a VPC, so that what wears it by mistake reaches nothing (NET-09).
 * A custom resource: CloudFormation has none for a group that it did not make. Removing it gives no rules back.
 */
export class ClosedDefaultGroup extends Construct {
  constructor(scope: Construct, id: string, { vpc }: ClosedDefaultGroupProps) {
    super(scope, id);
    const group = vpc instanceof ec2.Vpc ? vpc.vpcDefaultSecurityGroup : undefined;
    const closing = this.closing();
    closing.permit(this.revoking(vpc.vpcId, group));
    closing.resource(this, 'Resource', {
      // As CDK's own, by which checkers know it.
      resourceType: 'Custom::VpcRestrictDefaultSG',
      properties: group === undefined ? { VpcId: vpc.vpcId } : { DefaultSecurityGroupId: group },
    });
    if (!(vpc instanceof ec2.Vpc)) return;
    acknowledge(vpc, {
      'NIST.800.53.R5-VPCDefaultSecurityGroupClosed':
        'The default security group is emptied by the custom resource beside the VPC; the rule cannot see that.',
    });
  }

  private closing(): InlineFunction {
    const stack = Stack.of(this);
    const found = stack.node.tryFindChild(FUNCTION_ID);
    if (found instanceof InlineFunction) return found;
    return new InlineFunction(stack, FUNCTION_ID, {
      handler: 'default-group',
      description: 'Takes the rules from default security groups that are named in the template',
      actions: ['ec2:DescribeSecurityGroups', 'ec2:DescribeSecurityGroupRules'],
      withoutResource:
        'Reading groups knows no resources; which group is the default one of an imported VPC is only known at deployment, and a condition names the VPC.',
      timeout: Duration.minutes(2),
    });
  }

  /** @param group id of the default group, where the template knows it; else any group of the VPC. */
  private revoking(vpcId: string, group: string | undefined): iam.PolicyStatement {
    const arn = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: 'ec2', resource, resourceName });
    return new iam.PolicyStatement({
      actions: ['ec2:RevokeSecurityGroupIngress', 'ec2:RevokeSecurityGroupEgress'],
      resources: [arn('security-group', group ?? '*')],
      ...(group === undefined ? { conditions: { ArnEquals: { 'ec2:Vpc': arn('vpc', vpcId) } } } : {}),
    });
  }
}
