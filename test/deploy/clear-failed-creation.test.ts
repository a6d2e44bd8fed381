import {
  CloudFormationClient,
  DeleteStackCommand,
  DescribeStacksCommand,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';
import { mockClient } from 'aws-sdk-client-mock';
import { AwsSession, type PlannedStack } from '../../lib/deploy';
import { clearFailedCreation } from '../../lib/deploy/toolkit/clear-failed-creation';

const cloudFormation = mockClient(CloudFormationClient);
const session = new AwsSession({ env: {}, region: 'ap-east-1' });
const stack: PlannedStack = {
  id: 'network/hub',
  name: 'network-hub',
  account: '200000000004',
  region: 'ap-east-1',
  stage: 'network',
  capability: 'hub',
  templateFile: 'hub.template.json',
  digest: 'x',
  dependencies: [],
};

/** What was asked of CloudFormation, beside looking, when a stack is in this state. */
async function done(StackStatus: string, EnableTerminationProtection: boolean) {
  cloudFormation.reset();
  const deployed = { StackName: 'network-hub', StackId: 'arn', CreationTime: new Date(0), EnableTerminationProtection };
  cloudFormation.on(DescribeStacksCommand).resolves({ Stacks: [{ ...deployed, StackStatus: 'DELETE_COMPLETE' }] });
  cloudFormation
    .on(DescribeStacksCommand, { StackName: 'network-hub' })
    .resolves({ Stacks: [{ ...deployed, StackStatus: StackStatus as 'CREATE_FAILED' }] });
  cloudFormation.on(DeleteStackCommand).resolves({});
  cloudFormation.on(UpdateTerminationProtectionCommand).resolves({});
  const note = await clearFailedCreation(session, stack);
  const asked = cloudFormation.calls().map(({ args: [command] }) => command.constructor.name);
  return { note, asked: asked.filter((name) => name !== 'DescribeStacksCommand') };
}

it.each(['CREATE_FAILED', 'ROLLBACK_COMPLETE', 'ROLLBACK_FAILED'])(
  'lifts the protection of a stack in %s, deletes it, and says so',
  async (status) => {
    const { note, asked } = await done(status, true);
    expect(asked).toEqual(['UpdateTerminationProtectionCommand', 'DeleteStackCommand']);
    expect(note).toContain(`first creation had failed (${status})`);
  },
);

it('lifts nothing where nothing is protected', async () => {
  expect((await done('ROLLBACK_COMPLETE', false)).asked).toEqual(['DeleteStackCommand']);
});

it.each([
  'CREATE_COMPLETE',
  'UPDATE_ROLLBACK_COMPLETE',
  'UPDATE_ROLLBACK_FAILED',
  'UPDATE_FAILED',
  'DELETE_FAILED',
  'REVIEW_IN_PROGRESS',
])('leaves a stack in %s alone', async (status) => {
  expect(await done(status, true)).toEqual({ note: undefined, asked: [] });
});

it('has nothing to do where no stack stands', async () => {
  cloudFormation.reset();
  const absent = Object.assign(new Error('Stack with id network-hub does not exist'), { name: 'ValidationError' });
  cloudFormation.on(DescribeStacksCommand).rejects(absent);
  expect(await clearFailedCreation(session, stack)).toBeUndefined();
});
