import { aws_iam as iam, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/** A role that one service of AWS assumes for this account, and what it may do. */
export function hookRole(scope: Construct, id: string, service: string, may: readonly iam.PolicyStatementProps[]) {
  const forAccount = { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } };
  const role = new iam.Role(scope, id, {
    description: `Assumed by ${service} for the deployment hook`,
    assumedBy: new iam.ServicePrincipal(service, service.startsWith('hooks') ? { conditions: forAccount } : {}),
  });
  const policy = new iam.ManagedPolicy(scope, `${id}Policy`, {
    description: 'What the deployment hook needs',
    roles: [role],
    statements: may.map((statement) => new iam.PolicyStatement(statement)),
  });
  return { role, policy };
}
