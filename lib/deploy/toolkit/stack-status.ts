import { types } from 'node:util';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import type { AwsSession } from '../aws';
import type { PlannedStack } from '../plan';

/**
 * What CloudFormation says of a stack: `CREATE_COMPLETE`; undefined when it does not stand. The role is taken each time,
 * because its keys live shorter than some deployments.
 */
export async function stackStatus(
  session: AwsSession,
  { name, region, deployRole }: PlannedStack,
): Promise<string | undefined> {
  const keys = deployRole === undefined ? undefined : await session.assume(deployRole);
  const client = new CloudFormationClient(session.config(region, keys));
  try {
    const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    return stack?.StackStatus;
  } catch (error) {
    if (types.isNativeError(error) && error.name === 'ValidationError') return undefined;
    throw error;
  } finally {
    client.destroy();
  }
}
