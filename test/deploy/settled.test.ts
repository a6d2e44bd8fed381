import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { mockClient } from 'aws-sdk-client-mock';
import { AwsSession, type PlannedStack } from '../../lib/deploy';
import { settled } from '../../lib/deploy/toolkit/settled';

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

/** How often CloudFormation was asked until the stack was settled, when it answers with these one after the other. */
async function asked(...statuses: readonly string[]): Promise<number> {
  cloudFormation.reset();
  const answers = [...statuses];
  cloudFormation.on(DescribeStacksCommand).callsFake(() => ({ Stacks: [{ StackStatus: answers.shift() }] }));
  await settled(session, stack, 1);
  return cloudFormation.calls().length;
}

it('waits while CloudFormation is at work', async () => {
  expect(await asked('UPDATE_IN_PROGRESS', 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', 'UPDATE_COMPLETE')).toBe(3);
  expect(await asked('CREATE_IN_PROGRESS', 'ROLLBACK_IN_PROGRESS', 'ROLLBACK_COMPLETE')).toBe(3);
});

it('does not wait for a change set that nobody carried out, nor for a stack that there is not', async () => {
  expect(await asked('REVIEW_IN_PROGRESS')).toBe(1);
  cloudFormation.reset();
  const absent = Object.assign(new Error('Stack with id network-hub does not exist'), { name: 'ValidationError' });
  cloudFormation.on(DescribeStacksCommand).rejects(absent);
  await settled(session, stack, 1);
  expect(cloudFormation.calls()).toHaveLength(1);
});

it('does not go on when it is not told', async () => {
  cloudFormation.reset();
  cloudFormation.on(DescribeStacksCommand).rejects(new Error('Rate exceeded'));
  await expect(settled(session, stack, 1)).rejects.toThrow('Rate exceeded');
});
