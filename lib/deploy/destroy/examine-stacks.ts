import { CloudFormationClient, GetTemplateCommand, type Stack } from '@aws-sdk/client-cloudformation';
import { describeStack, eachOf, type AwsSession, type SigningKeys } from '../aws';
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
  const taken = new Map<string, Promise<SigningKeys>>();
  const keysOf = async (role: string): Promise<SigningKeys> => {
    const keys = taken.get(role) ?? session.assume(role);
    taken.set(role, keys);
    return await keys;
  };
  return await eachOf(stacks, AT_ONCE, async (stack) => {
    const { deployRole } = stack;
    return await examine(session, stack, deployRole === undefined ? undefined : await keysOf(deployRole));
  });
}

async function examine(
  session: AwsSession,
  stack: PlannedStack,
  keys: SigningKeys | undefined,
): Promise<ExaminedStack> {
  const { name, region } = stack;
  const client = new CloudFormationClient(session.config(region, keys));
  try {
    const deployed = await describeStack(client, name);
    if (!deployed) return { stack, exists: false, kept: [] };
    const { TemplateBody: body } = await client.send(new GetTemplateCommand({ StackName: name }));
    if (body === undefined) throw new Error(`AWS gives no template of ${stack.id}`);
    return { stack, exists: true, kept: [...protection(stack, deployed), ...retainedIn(body)] };
  } finally {
    client.destroy();
  }
}

function protection({ name, region, account }: PlannedStack, { EnableTerminationProtection: on }: Stack): Retention[] {
  if (on !== true) return [];
  const remedy = `Lionrock does not lift it: aws cloudformation update-termination-protection --no-enable-termination-protection --stack-name ${name} --region ${region}, in account ${account}`;
  return [{ why: 'termination protection is on', remedy }];
}
