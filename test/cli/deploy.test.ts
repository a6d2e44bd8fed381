import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { mockClient } from 'aws-sdk-client-mock';
import { existsSync, readFileSync } from 'node:fs';
import type * as judgement from '../../lib/cli/run/judgement';
import type { Deployer } from '../../lib/deploy';
import { idOf, writeAssembly } from '../deploy/support/small-landing-zone';
import { Scratch } from '../gate/support/scratch';
import { smallInput } from '../landing-zone/support/small-config';
import { run } from './support/run';
import { schemaErrors } from './support/schema';

/** Whether the gate lets everything through in the test at hand: whole landing zones are judged elsewhere. */
let passes = false;
jest.mock('../../lib/cli/run/judgement', () => {
  const real: typeof judgement = jest.requireActual('../../lib/cli/run/judgement');
  const judge: typeof judgement.judge = async (...args) => {
    const judged = await real.judge(...args);
    return judged && passes ? { ...judged, result: { ...judged.result, verdict: 'pass' } } : judged;
  };
  return { ...real, judge };
});

const deployed: string[] = [];
const failing = new Set<string>();
const deployer: Deployer = {
  deploy: async ({ id }) => {
    deployed.push(id);
    if (failing.has(id)) throw new Error('CREATE_FAILED: the name is taken');
    return { changed: true, outputs: { Id: `${id}-id` } };
  },
};
jest.mock('../../lib/deploy/toolkit', () => ({
  ToolkitDeployer: { open: async () => ({ ...deployer, close: async () => undefined }) },
}));

const scratch = new Scratch();
const sts = mockClient(STSClient);
const ssm = mockClient(SSMClient);
const saved = { ...process.env };
const { accounts, network, ...rest } = smallInput();
const { ingress: _, ...inside } = network;
const config = scratch.write('landing-zone.yaml', {
  ...rest,
  network: inside,
  accounts: accounts.map((account) => ({ ...account, workloads: [] })),
});
const assembly = writeAssembly(scratch.path('cdk.out'), {
  management: { guardrails: {} },
  network: { hub: {}, vpc: { needs: ['hub'] } },
});
const state = scratch.path('state.json');

afterAll(() => scratch.clean());
beforeEach(() => {
  process.env = { ...saved, AWS_ACCESS_KEY_ID: 'ASIA', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'token' };
  passes = true;
  deployed.length = 0;
  failing.clear();
  sts.reset();
  ssm.reset();
  sts.on(GetCallerIdentityCommand).resolves({ Arn: `arn:aws:sts::${idOf('management')}:assumed-role/Deploy/me` });
  sts.on(AssumeRoleCommand).resolves({
    Credentials: { AccessKeyId: 'ASIA', SecretAccessKey: 'secret', SessionToken: 'token', Expiration: new Date() },
  });
  ssm.on(GetParameterCommand).resolves({ Parameter: { Value: '21' } });
});
afterEach(() => {
  process.env = saved;
});

const deploy = (...args: string[]) => run(['deploy', assembly, '-c', config, '--state', state, ...args]);

it('deploys nothing when the gate fails, and asks AWS nothing', async () => {
  passes = false;
  const { status, stderr, stdout } = await deploy('--format', 'json');
  expect(status).toBe(1);
  expect(stderr).toContain('the gate says fail: nothing was deployed');
  expect(JSON.parse(stdout)).toMatchObject({
    schemaVersion: '1',
    verdict: 'fail',
    gate: 'fail',
    checks: [],
    waves: [],
  });
  expect(deployed).toEqual([]);
  expect(sts.calls()).toHaveLength(0);
});

it.each(['--skip-gate', '--no-gate', '--force', '--fail-on', '--max-unknown', '--inline'])(
  'knows no option %s to go below the gate',
  async (option) => {
    const { status, stderr } = await deploy(option, '1');
    expect(status).toBe(2);
    expect(stderr).toContain(`unknown option '${option}'`);
  },
);

it('stops in the wrong account with 2, before anything is touched', async () => {
  sts.on(GetCallerIdentityCommand).resolves({ Arn: 'arn:aws:sts::999999999999:assumed-role/Deploy/me' });
  const { status, stdout } = await deploy();
  expect(status).toBe(2);
  expect(stdout).toMatch(/FAIL +account +999999999999 \(expected: an account of small\)/);
  expect(stdout).toContain('remedy:');
  expect(deployed).toEqual([]);
  expect(sts.commandCalls(AssumeRoleCommand)).toHaveLength(0);
});

it('rehearses: shows the waves and what it found, and touches nothing', async () => {
  const { status, stdout } = await deploy('--dry-run', '--format', 'json');
  expect(status).toBe(0);
  expect(schemaErrors('deployment', stdout)).toEqual([]);
  const document = JSON.parse(stdout);
  expect(document).toMatchObject({ verdict: 'pass', landingZone: 'small', dryRun: true, gate: 'pass' });
  expect(
    document.waves.map(({ name, stacks }: { name: string; stacks: { id: string }[] }) => [
      name,
      stacks.map(({ id }) => id),
    ]),
  ).toEqual([
    ['organization', ['management/guardrails']],
    ['network', ['network/hub', 'network/vpc']],
  ]);
  expect(document.checks).toContainEqual(
    expect.objectContaining({ id: 'deployment-role', account: 'network', state: 'ok' }),
  );
  expect(deployed).toEqual([]);
  expect(existsSync(state)).toBe(false);
});

it('deploys in waves, tells how it goes in plain lines, and sums up with times and outputs', async () => {
  const { status, stdout, stderr } = await deploy();
  expect(status).toBe(0);
  expect(deployed).toEqual(['management/guardrails', 'network/hub', 'network/vpc']);
  expect(stderr).toMatch(
    /wave 1 of 2: organisation and guardrails\n {2}management\/guardrails: deploying to 200000000001 ap-east-1\n {2}management\/guardrails: deployed in \d+\.\d s\n/,
  );
  expect(stdout).toMatch(/network\/hub +deployed {2}\d+\.\d s\n {2}Id = network\/hub-id\n/);
  expect(stdout).toMatch(/3 stacks: 3 deployed; \d+\.\d s\n$/);
});

it('says what failed, and goes on there the next time', async () => {
  failing.add('network/hub');
  const first = await deploy();
  expect(first.status).toBe(1);
  expect(first.stdout).toMatch(/network\/hub +FAILED.*\n {2}CREATE_FAILED: the name is taken/);
  expect(first.stdout).toContain('Run the same command again: it goes on where it stood.');
  failing.clear();
  deployed.length = 0;
  const second = await deploy('--format', 'json');
  expect(second.status).toBe(0);
  expect(deployed).toEqual(['network/hub', 'network/vpc']);
  expect(schemaErrors('deployment', second.stdout)).toEqual([]);
  expect(JSON.parse(second.stdout).waves[0].stacks[0]).toMatchObject({ status: 'done-before' });
});

it('deploys to one account alone', async () => {
  expect((await deploy('--account', 'network', '--quiet')).status).toBe(0);
  expect(deployed).toEqual(['network/hub', 'network/vpc']);
  expect(await deploy('--account', 'netwerk')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('did you mean network?'),
  });
});

it('refuses an assembly of another landing zone', async () => {
  const other = scratch.write(
    'other/manifest.json',
    readFileSync(scratch.path('cdk.out/assembly-network/manifest.json'), 'utf8').replaceAll(
      idOf('network'),
      '999999999999',
    ),
  );
  scratch.write('other/networkhub.template.json', { Resources: {} });
  scratch.write('other/networkvpc.template.json', { Resources: {} });
  const { status, stderr } = await run(['deploy', other.replace('/manifest.json', ''), '-c', config]);
  expect(status).toBe(2);
  expect(stderr).toContain('account 999999999999, which is not in the config');
});
