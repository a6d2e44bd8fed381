import { aws_config as config, aws_iam as iam, Stack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { acknowledgeWildcards } from '../acknowledge-wildcards';

/**
 * Once a day Config compares every stack of the account and region with what is deployed; a stack that drifted is a
 * finding. It needs the Config recorder of the account. Evidence for CHG-04 (S17 14.5.2, 15.1.3).
 */
export class DriftDetection extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const role = this.role();
    const rule = new config.CfnConfigRule(this, 'Rule', {
      description: 'Evidence for CHG-04',
      source: { owner: 'AWS', sourceIdentifier: 'CLOUDFORMATION_STACK_DRIFT_DETECTION_CHECK' },
      scope: { complianceResourceTypes: ['AWS::CloudFormation::Stack'] },
      inputParameters: { cloudformationRoleArn: role.roleArn },
      maximumExecutionFrequency: 'TwentyFour_Hours',
    });
    rule.node.addDependency(role);
  }

  /** Reads configuration, never content: properties that only content would show are not compared. */
  private role(): iam.Role {
    const stack = Stack.of(this);
    const role = new iam.Role(this, 'Role', {
      description: 'Lets Config ask CloudFormation what drifted',
      assumedBy: new iam.ServicePrincipal('config.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
      }),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('SecurityAudit')],
    });
    acknowledge(role, {
      'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/SecurityAudit]':
        'AWS keeps this read-only policy up to date with each new service; what it misses, drift detection misses.',
    });
    const stacks = [stack.formatArn({ service: 'cloudformation', resource: 'stack', resourceName: '*' })];
    const policy = new iam.ManagedPolicy(this, 'Policy', {
      description: 'Starts drift detection on every stack of the account',
      roles: [role],
      statements: [
        new iam.PolicyStatement({
          actions: ['cloudformation:DetectStackDrift', 'cloudformation:DetectStackResourceDrift'],
          resources: stacks,
        }),
      ],
    });
    acknowledgeWildcards(policy, stacks, 'Which stacks there are is not known before they are deployed.');
    return role;
  }
}
