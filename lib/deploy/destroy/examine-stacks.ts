import { types } from 'node:util';
import {
  CloudFormationClient,
  DescribeStacksCommand,
  GetTemplateCommand,
  type Stack,
} from '@aws-sdk/client-cloudformation';
import type { AwsSession } from '../aws';
import type { PlannedStack } from '../plan';
import { retainedIn, type Retention } from './retained';

/** A stack as it stands, in view of its end. */
export interface ExaminedStack {
  readonly stack: PlannedStack;
  readonly exists: boolean;
  /** Why it is not destroyed; none when it may go. */
  readonly kept: readonly Retention[];
}

/** Accounts that are asked at the same time. */
const AT_ONCE = 8;

/**
 * Reads what was really deployed, not what the assembly says: whether each stack stands, and what it keeps.
 * @throws Error when AWS refuses to tell: what cannot be looked at is not destroyed.
 */
export async function examineStacks(session: AwsSession, stacks: readonly PlannedStack[]): Promise<ExaminedStack[]> {
  const found: ExaminedStack[] = [];
  const rest = stacks.entries();
  const work = async (): Promise<void> => {
    for (const [index, stack] of rest) found[index] = await examine(session, stack);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return found;
}

async function examine(session: AwsSession, stack: PlannedStack): Promise<ExaminedStack> {
  const { name, region, deployRole } = stack;
  const keys = deployRole === undefined ? undefined : await session.assume(deployRole);
  const client = new CloudFormationClient(session.config(region, keys));
  try {
    const deployed = await describe(client, name);
    if (!deployed) return { stack, exists: false, kept: [] };
    const { TemplateBody: body } = await client.send(new GetTemplateCommand({ StackName: name }));
    if (body === undefined) throw new Error(`AWS gives no template of ${stack.id}`);
    return { stack, exists: true, kept: [...protection(stack, deployed), ...retainedIn(body)] };
  } finally {
    client.destroy();
  }
}

async function describe(client: CloudFormationClient, name: string): Promise<Stack | undefined> {
  try {
    const { Stacks: [stack] = [] } = await client.send(new DescribeStacksCommand({ StackName: name }));
    return stack;
  } catch (error) {
    if (types.isNativeError(error) && error.name === 'ValidationError') return undefined;
    throw error;
  }
}

function protection({ name, region, account }: PlannedStack, { EnableTerminationProtection: on }: Stack): Retention[] {
  if (on !== true) return [];
  const remedy = `Lionrock does not lift it: aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${name} --region ${region}, in account ${account}`;
  return [{ why: 'termination protection is on', remedy }];
}
