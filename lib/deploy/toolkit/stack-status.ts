import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { describeStack, type AwsSession } from '../aws';
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
    return (await describeStack(client, name))?.StackStatus;
  } finally {
    client.destroy();
  }
}
