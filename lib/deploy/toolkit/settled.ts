import { types } from 'node:util';
import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import type { AwsSession } from '../aws';
import type { PlannedStack } from '../plan';

/** Longest that a stack is waited for, and how often it is looked at. */
const LONGEST_MS = 60 * 60_000;
const BETWEEN_MS = 10_000;

/**
 * Waits until CloudFormation does nothing more to a stack: a run that was killed in the middle of it left CloudFormation at
 * work, which refuses a second change meanwhile.
 * @throws Error when it takes longer than an hour.
 */
export async function settled(session: AwsSession, stack: PlannedStack): Promise<void> {
  const until = Date.now() + LONGEST_MS;
  while (await isBusy(session, stack)) {
    if (Date.now() > until) {
      throw new Error(`${stack.id} is still being changed after an hour: look at it in CloudFormation`);
    }
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS));
  }
}

/** The role is taken each time, because its keys live shorter than some deployments. */
async function isBusy(session: AwsSession, { name, region, deployRole }: PlannedStack): Promise<boolean> {
  const keys = deployRole === undefined ? undefined : await session.assume(deployRole);
  const client = new CloudFormationClient(session.config(region, keys));
  try {
    const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    // A change set that was made and not carried out is no work.
    return /(?<!REVIEW)_IN_PROGRESS$/.test(stack?.StackStatus ?? '');
  } catch (error) {
    if (types.isNativeError(error) && error.name === 'ValidationError') return false;
    throw error;
  } finally {
    client.destroy();
  }
}
