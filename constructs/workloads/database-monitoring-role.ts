import { ArnFormat, Aws, aws_iam as iam, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { wildcardFinding } from './wildcard-finding';

/**
 * Role with which RDS publishes the operating system's metrics of one account's databases. AWS's own managed policy
 * covers every log group whose name begins with RDS; this one covers the group that RDS writes.
 */
export function databaseMonitoringRole(scope: Construct): iam.Role {
  const role = new iam.Role(scope, 'MonitoringRole', {
    description: `Publishes operating system metrics of ${scope.node.path}`.slice(0, 1000),
    assumedBy: new iam.ServicePrincipal('monitoring.rds.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
    }),
  });
  const group = Stack.of(scope).formatArn({
    service: 'logs',
    resource: 'log-group',
    resourceName: 'RDSOSMetrics',
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  const streams = `${group}:log-stream:*`;
  const policy = new iam.ManagedPolicy(scope, 'MonitoringPolicy', {
    description: 'Writes the RDSOSMetrics log group',
    roles: [role],
    statements: [
      new iam.PolicyStatement({
        sid: 'Group',
        actions: ['logs:CreateLogGroup', 'logs:PutRetentionPolicy'],
        resources: [group, `${group}:*`],
      }),
      new iam.PolicyStatement({
        sid: 'Streams',
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents', 'logs:DescribeLogStreams', 'logs:GetLogEvents'],
        resources: [streams],
      }),
    ],
  });
  const reason =
    'RDS names the streams of its one metrics log group after the ids that instances get when they are made.';
  acknowledge(policy, {
    [wildcardFinding(scope, `${group}:*`)]: reason,
    [wildcardFinding(scope, streams)]: reason,
  });
  return role;
}
