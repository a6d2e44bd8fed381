import { aws_iam as iam, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** EventBridge, on behalf of rules of this account alone: who assumes the role of a target. */
export function rulesOfThisAccount(scope: Construct): iam.ServicePrincipal {
  const stack = Stack.of(scope);
  return new iam.ServicePrincipal('events.amazonaws.com', {
    conditions: {
      StringEquals: { 'aws:SourceAccount': stack.account },
      ArnLike: { 'aws:SourceArn': stack.formatArn({ service: 'events', resource: 'rule', resourceName: '*' }) },
    },
  });
}
