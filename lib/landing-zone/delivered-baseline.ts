import { aws_iam as iam, aws_sns as sns, Fn, type Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { alertTopicName, baselineExport, boundaryName } from '../../constructs/baseline';

/**
 * The topic of a baseline that a stack set brought to the account, as the stacks beside it know it: by its name, and by
 * the export of its key.
 */
export function deliveredTopic(stack: Stack, name: string): sns.ITopic {
  return sns.Topic.fromTopicAttributes(stack, 'AlertTopic', {
    topicArn: stack.formatArn({ service: 'sns', resource: alertTopicName(name) }),
    keyArn: Fn.importValue(baselineExport(name, 'alert-key')),
  });
}

/** Sets the delivered ceiling on every role below `scope`. */
export function applyDeliveredBoundary(scope: Construct, name: string): void {
  const boundary = iam.ManagedPolicy.fromManagedPolicyName(scope, 'Ceiling', boundaryName(name));
  iam.PermissionsBoundary.of(scope).apply(boundary);
}
