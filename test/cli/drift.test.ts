import { CloudFormationClient, DescribeStacksCommand, ListStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';
import { existsSync } from 'node:fs';
import type { Result } from '../../lib/model';
import { idOf, writeAssembly } from '../deploy/support/small-landing-zone';
import { Scratch } from '../gate/support/scratch';
import { smallInput } from '../landing-zone/support/small-config';
import { run } from './support/run';

const scratch = new Scratch();
const [sts, cloudFormation, logs] = [
  mockClient(STSClient),
  mockClient(CloudFormationClient),
  mockClient(CloudWatchLogsClient),
];
const saved = { ...process.env };
const { accounts, network, ...rest } = smallInput();
const { ingress: _, ...inside } = network;
const config = scratch.write('landing-zone.yaml', {
  ...rest,
  network: inside,
  accounts: accounts.map((account) => ({ ...account, workloads: [] })),
});
const group = (days: number) => ({
  Type: 'AWS::Logs::LogGroup',
  Properties: { LogGroupName: '/a', RetentionInDays: days },
});
const assembly = writeAssembly(scratch.path('cdk.out'), { network: { hub: { resources: { Log: group(400) } } } });
const deployed = scratch.path('deployed');
const RULE = /^deployed-/;

afterAll(() => scratch.clean());
afterEach(() => {
  process.env = saved;
});
beforeEach(() => {
  process.env = { ...saved, AWS_ACCESS_KEY_ID: 'ASIA', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'token' };
  for (const client of [sts, cloudFormation, logs]) client.reset();
  sts.on(GetCallerIdentityCommand).resolves({ Arn: `arn:aws:sts::${idOf('management')}:assumed-role/Deploy/me` });
  cloudFormation.on(DescribeStacksCommand).resolves({
    Stacks: [{ StackName: 'network-hub', CreationTime: new Date(), StackStatus: 'CREATE_COMPLETE' }],
  });
  cloudFormation.on(ListStackResourcesCommand).resolves({
    StackResourceSummaries: [
      {
        LogicalResourceId: 'Log',
        PhysicalResourceId: '/a',
        ResourceType: 'AWS::Logs::LogGroup',
        ResourceStatus: 'CREATE_COMPLETE',
        LastUpdatedTimestamp: new Date(),
      },
    ],
  });
  keep(400);
});

function keep(retentionInDays: number): void {
  logs.on(DescribeLogGroupsCommand).resolves({ logGroups: [{ logGroupName: '/a', retentionInDays }] });
}

/** What drift says of the deployment, as `rule status property`, beside what the rules of the gate say. */
async function drift(...args: string[]) {
  const { status, stdout, stderr } = await run(
    ['drift', assembly, '-c', config, '--deployed', deployed, '--format', 'json'].concat(args),
  );
  if (stdout === '') return { status, stderr, told: ['nothing was judged'] };
  const { findings }: Result = JSON.parse(stdout);
  const told = findings.filter(({ rule }) => RULE.test(rule));
  return {
    status,
    stderr,
    told: told.map((each) => `${each.rule} ${each.status} ${each.logicalId} ${each.property ?? ''}`.trim()),
  };
}

it('says nothing of what is as designed', async () => {
  expect((await drift()).told).toEqual([]);
});

it('tells what differs, by the property, and fails', async () => {
  keep(30);
  expect(await drift()).toMatchObject({ status: 1, told: ['deployed-differs fail Log Properties.RetentionInDays'] });
});

it('tells a stack that does not stand', async () => {
  const gone = Object.assign(new Error('Stack with id network-hub does not exist'), { name: 'ValidationError' });
  cloudFormation.on(DescribeStacksCommand).rejects(gone);
  const { status, told } = await drift();
  expect({ status, told }).toEqual({ status: 1, told: ['deployed-missing fail'] });
});

it('takes what AWS does not tell as unknown, never as a pass', async () => {
  logs.on(DescribeLogGroupsCommand).rejects(Object.assign(new Error('not allowed'), { name: 'AccessDeniedException' }));
  const { status, told } = await drift('--fail-on', 'critical');
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/^deployed-read unknown Log/);
  expect(status).not.toBe(0);
});

it('reads nothing for a caller of another organisation, and ends with 2', async () => {
  sts.on(GetCallerIdentityCommand).resolves({ Arn: 'arn:aws:sts::999999999999:assumed-role/Deploy/me' });
  const { status, stderr } = await drift();
  expect(status).toBe(2);
  expect(stderr).toContain('nothing was read');
  expect(cloudFormation.calls()).toHaveLength(0);
});

it('writes what is there only into a folder of its own', async () => {
  const other = scratch.path('other');
  scratch.write('other/mine.txt', 'mine');
  const { status, stderr } = await run(['drift', assembly, '-c', config, '--deployed', other]);
  expect(status).toBe(2);
  expect(stderr).toContain(other);
  expect(existsSync(scratch.path('other/mine.txt'))).toBe(true);
});
