import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';

/** Id under which CDK keeps, once a stack, the function that empties default security groups. */
const PROVIDER_ID = 'Custom::VpcRestrictDefaultSGCustomResourceProvider';

const BRIEF_CALL =
  'The function of CDK runs for seconds when the VPC is deployed, calls two actions on one security group, and CloudFormation reports its failures';

/**
 * Records why rules for functions do not fit the one that empties a VPC's default security group.
 * @throws Error when CDK no longer makes it: the default security group would stay open (NET-09).
 */
export function acknowledgeDefaultGroupProvider(scope: Construct): void {
  const provider = Stack.of(scope).node.tryFindChild(PROVIDER_ID);
  if (!provider) {
    throw new Error(
      `[${scope.node.path}] expected CDK to provide ${PROVIDER_ID}, found none: the default security group would stay ` +
        'open; use a version of aws-cdk-lib that the documentation names',
    );
  }
  acknowledge(provider, {
    'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]': `${BRIEF_CALL}; the managed policy lets it write its own log.`,
    'AwsSolutions-L1': `${BRIEF_CALL}; its runtime is chosen by CDK for each region.`,
    'NIST.800.53.R5-IAMNoInlinePolicy': `${BRIEF_CALL}; its policy is made by CDK, inline, for the VPC's default group alone.`,
    'NIST.800.53.R5-LambdaConcurrency': `${BRIEF_CALL}; a reserved share of the account's concurrency would be idle.`,
    'NIST.800.53.R5-LambdaDLQ': `${BRIEF_CALL}; it is invoked by CloudFormation, which repeats and rolls back.`,
    'NIST.800.53.R5-LambdaInsideVPC': `${BRIEF_CALL}; it reaches nothing but the EC2 interface.`,
  });
}
