import {
  CloudFormationClient,
  DeleteStackCommand,
  UpdateTerminationProtectionCommand,
  waitUntilStackDeleteComplete,
} from '@aws-sdk/client-cloudformation';
import { describeStack, type AwsSession } from '../aws';
import type { PlannedStack } from '../plan';

/** States in which only a first creation that failed leaves a stack: nothing of it was ever complete. */
const FAILED_CREATION = /^(CREATE_FAILED|ROLLBACK_COMPLETE|ROLLBACK_FAILED)$/;

/** Longest that CloudFormation may take to delete one, in seconds: less than the keys of the role live. */
const LONGEST = 840;

/**
 * Takes what a failed first creation left out of the way, which nothing can be deployed over: its termination protection is
 * lifted, so that it can be deleted. Stacks in any other state are left alone.
 * @returns what was done, in words; undefined where there was nothing to do
 */
export async function clearFailedCreation(
  session: AwsSession,
  { name, region, deployRole }: PlannedStack,
): Promise<string | undefined> {
  const keys = deployRole === undefined ? undefined : await session.assume(deployRole);
  const client = new CloudFormationClient(session.config(region, keys));
  try {
    const stack = await describeStack(client, name);
    const { StackStatus: status = '', EnableTerminationProtection: isProtected, StackId: id = name } = stack ?? {};
    if (!FAILED_CREATION.test(status)) return undefined;
    if (isProtected === true) {
      await client.send(
        new UpdateTerminationProtectionCommand({ StackName: name, EnableTerminationProtection: false }),
      );
    }
    await client.send(new DeleteStackCommand({ StackName: name }));
    await waitUntilStackDeleteComplete({ client, maxWaitTime: LONGEST, minDelay: 1, maxDelay: 30 }, { StackName: id });
    return `its first creation had failed (${status}): what was left of it, which never was complete, is deleted`;
  } finally {
    client.destroy();
  }
}
