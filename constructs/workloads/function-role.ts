import { ArnFormat, aws_iam as iam, Stack } from 'aws-cdk-lib';
import type { aws_logs as logs } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { acknowledge } from '../acknowledge';
import { acknowledgeGrants } from './acknowledge-grants';

/** What the Lambda service does with the role to connect a function to its subnets. */
const NETWORK_INTERFACES = [
  'ec2:CreateNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:DeleteNetworkInterface',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
];

/**
 * Role of a function: writes its own log group, sends traces, lets the service connect it to the network, and nothing
 * else until something is granted.
 */
export function functionRole(scope: Construct, logGroup: logs.ILogGroup): iam.Role {
  const role = new iam.Role(scope, 'Role', {
    description: `Runs the function ${scope.node.path}`.slice(0, 1000),
    assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
  });
  const policy = new iam.ManagedPolicy(scope, 'RuntimePolicy', {
    description: 'Logs, traces and network interfaces of one function',
    roles: [role],
    statements: [
      allow('WriteLogs', ['logs:CreateLogStream', 'logs:PutLogEvents'], logGroup.logGroupArn),
      allow('SendTraces', ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], '*'),
      allow('ConnectToNetwork', NETWORK_INTERFACES, '*'),
      networkInterfacesNotForCode(scope),
    ],
  });
  acknowledge(policy, {
    'AwsSolutions-IAM5[Resource::*]':
      'X-Ray and the network interfaces of functions have no resource to name; the function’s own code is denied the latter.',
  });
  acknowledgeGrants(role);
  return role;
}

/** The Lambda service needs the interfaces, the code does not: calls that carry a function's ARN are refused. */
function networkInterfacesNotForCode(scope: Construct): iam.PolicyStatement {
  return new iam.PolicyStatement({
    sid: 'DenyNetworkInterfacesToCode',
    effect: iam.Effect.DENY,
    actions: NETWORK_INTERFACES,
    resources: ['*'],
    conditions: {
      ArnLike: {
        'lambda:SourceFunctionArn': Stack.of(scope).formatArn({
          service: 'lambda',
          resource: 'function',
          resourceName: '*',
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      },
    },
  });
}

function allow(sid: string, actions: string[], resource: string): iam.PolicyStatement {
  return new iam.PolicyStatement({ sid, actions, resources: [resource] });
}
