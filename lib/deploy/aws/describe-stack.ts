import { types } from 'node:util';
import { DescribeStacksCommand, type CloudFormationClient, type Stack } from '@aws-sdk/client-cloudformation';

/** A stack as CloudFormation knows it; undefined when it does not stand. @throws Error when AWS refuses to tell. */
export async function describeStack(client: CloudFormationClient, name: string): Promise<Stack | undefined> {
  try {
    const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    return stack;
  } catch (error) {
    if (types.isNativeError(error) && error.name === 'ValidationError') return undefined;
    throw error;
  }
}
