import { CloudFormationClient, DescribeStacksCommand, GetTemplateCommand } from '@aws-sdk/client-cloudformation';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';
import { idOf, writeAssembly } from '../deploy/support/small-landing-zone';
import { Scratch } from '../gate/support/scratch';
import { smallInput } from '../landing-zone/support/small-config';
import { run } from './support/run';
import { schemaErrors } from './support/schema';

const destroyed: string[] = [];
jest.mock('../../lib/deploy/toolkit', () => ({
  ToolkitDeployer: {
    open: async () => ({
      destroy: async ({ id }: { id: string }) => {
        destroyed.push(id);
        return { changed: true, outputs: {} };
      },
      close: async () => undefined,
    }),
  },
}));

const scratch = new Scratch();
const sts = mockClient(STSClient);
const cloudFormation = mockClient(CloudFormationClient);
const saved = { ...process.env };
const { accounts, network, ...rest } = smallInput();
const { ingress: _, ...inside } = network;
const config = scratch.write('landing-zone.yaml', {
  ...rest,
  network: inside,
  accounts: accounts.map((account) => ({ ...account, workloads: [] })),
});
const assembly = writeAssembly(scratch.path('cdk.out'), {
  network: { hub: {}, vpc: { needs: ['hub'] }, egress: { needs: ['vpc'] } },
  'shared-services': { workloads: {} },
});

/** What stands, by name of the stack: its template, and whether it is protected. */
let standing: Record<string, { readonly resources?: object; readonly isProtected?: boolean }> = {};

afterAll(() => scratch.clean());
beforeEach(() => {
  process.env = { ...saved, AWS_ACCESS_KEY_ID: 'ASIA', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'token' };
  destroyed.length = 0;
  standing = { 'network-hub': {}, 'network-vpc': {}, 'network-egress': {} };
  sts.reset();
  cloudFormation.reset();
  sts.on(GetCallerIdentityCommand).resolves({ Arn: `arn:aws:sts::${idOf('management')}:assumed-role/Deploy/me` });
  sts.on(AssumeRoleCommand).resolves({
    Credentials: { AccessKeyId: 'ASIA', SecretAccessKey: 'secret', SessionToken: 'token', Expiration: new Date() },
  });
  cloudFormation.on(DescribeStacksCommand).callsFake(({ StackName: name }: { StackName: string }) => {
    const stack = standing[name];
    if (!stack) throw Object.assign(new Error(`Stack with id ${name} does not exist`), { name: 'ValidationError' });
    return { Stacks: [{ StackStatus: 'CREATE_COMPLETE', EnableTerminationProtection: stack.isProtected ?? false }] };
  });
  cloudFormation.on(GetTemplateCommand).callsFake(({ StackName: name }: { StackName: string }) => ({
    TemplateBody: JSON.stringify({ Resources: standing[name]?.resources ?? {} }),
  }));
});
afterEach(() => {
  process.env = saved;
});

const destroy = (...args: string[]) => run(['destroy', assembly, '-c', config, ...args]);

it('takes away what stands, in the reverse order of its deployment', async () => {
  const { status, stdout } = await destroy('--yes');
  expect(destroyed).toEqual(['network/egress', 'network/vpc', 'network/hub']);
  expect(stdout).toMatch(/3 stacks, 3 destroyed\n$/);
  expect(status).toBe(0);
  const looking = sts
    .commandCalls(AssumeRoleCommand)
    .filter(({ args: [{ input }] }) => /deploy/.test(input.RoleArn ?? ''));
  expect(looking.length).toBeLessThan(3);
});

it('shows what would go, and touches nothing', async () => {
  const { status, stdout } = await destroy('--dry-run');
  expect(stdout).toMatch(/network\/egress[^]*network\/vpc[^]*network\/hub/);
  expect(stdout).not.toContain('shared-services/workloads');
  expect(status).toBe(0);
  expect(destroyed).toEqual([]);
});

it.each([
  [
    'kept data',
    { resources: { Logs: { Type: 'AWS::S3::Bucket', DeletionPolicy: 'Retain' } } },
    /KEPT {2}network\/vpc Logs \(AWS::S3::Bucket\)\n +it is kept when its stack goes/,
  ],
  [
    'termination protection',
    { isProtected: true },
    /KEPT {2}network\/vpc\n +termination protection is on\n +remedy: Lionrock does not lift it/,
  ],
])('refuses for %s, says why, and touches nothing at all', async (_, vpc, said) => {
  standing['network-vpc'] = vpc;
  const { status, stdout } = await destroy('--yes');
  expect(status).toBe(1);
  expect(stdout).toMatch(said);
  expect(stdout).toMatch(/Nothing was destroyed\.\n$/);
  expect(destroyed).toEqual([]);
});

it('leaves out what keeps data when other stacks are named', async () => {
  standing['network-vpc'] = { isProtected: true };
  expect((await destroy('--yes', '--stack', 'network/egress')).status).toBe(0);
  expect(destroyed).toEqual(['network/egress']);
});

it('refuses what a stack that stays needs', async () => {
  const { status, stdout } = await destroy('--yes', '--stack', 'network/hub', '--format', 'json');
  expect(status).toBe(1);
  expect(schemaErrors('destruction', stdout)).toEqual([]);
  expect(JSON.parse(stdout)).toMatchObject({
    verdict: 'fail',
    stacks: [{ id: 'network/hub', exists: true, kept: [], neededBy: ['network/vpc'] }],
  });
  expect(destroyed).toEqual([]);
});

it('does nothing without a yes where nobody can be asked', async () => {
  const { status, stderr } = await destroy();
  expect(status).toBe(2);
  expect(stderr).toContain('nobody can be asked');
  expect(destroyed).toEqual([]);
});

it('does nothing when AWS does not tell what stands, or in the wrong account', async () => {
  cloudFormation.on(DescribeStacksCommand).rejects(new Error('Rate exceeded'));
  expect(await destroy('--yes')).toMatchObject({ status: 2, stderr: expect.stringContaining('Rate exceeded') });
  sts.on(GetCallerIdentityCommand).resolves({ Arn: 'arn:aws:sts::999999999999:assumed-role/Deploy/me' });
  expect((await destroy('--yes')).status).toBe(2);
  expect(destroyed).toEqual([]);
});

it('tells a stack that there is not', async () => {
  expect(await destroy('--stack', 'network/hubb')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('did you mean network/hub?'),
  });
});
