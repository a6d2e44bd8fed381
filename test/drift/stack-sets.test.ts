import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CloudFormationClient,
  DescribeStacksCommand,
  ListStackInstancesCommand,
  ListStackResourcesCommand,
  type StackInstanceSummary,
} from '@aws-sdk/client-cloudformation';
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { GetAccountAuthorizationDetailsCommand, IAMClient } from '@aws-sdk/client-iam';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';
import { AwsSession, readAssembly } from '../../lib/deploy';
import { scopeOfFinding } from '../../lib/cli/waiver/scope-of-finding';
import { readDeployed } from '../../lib/drift';
import { placesIn } from '../../lib/gate/waivers';
import { readUnit, stackSetReaches, type AccountPlace } from '../../lib/template';
import { idOf, writeAssembly } from '../deploy/support/small-landing-zone';
import { Scratch } from '../gate/support/scratch';

const [AUDIT, NETWORK, PORTAL] = [idOf('audit'), idOf('network'), idOf('portal')];
const [REGION, ELSEWHERE] = ['ap-east-1', 'eu-west-1'];
const place = (id: string, unit: string): AccountPlace => ({ id, isManagement: false, units: [unit, 'r-root'] });
const accounts = [place(AUDIT, 'ou-served'), place(NETWORK, 'ou-served'), place(PORTAL, 'ou-other')];
const served = { DeploymentTargets: { OrganizationalUnitIds: ['ou-served'] }, Regions: [REGION] };
const GROUP = { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 400 } };

const scratch = new Scratch();
const [cloudFormation, sts, logs, iam] = [
  mockClient(CloudFormationClient),
  mockClient(STSClient),
  mockClient(CloudWatchLogsClient),
  mockClient(IAMClient),
];
const HOME = 'management-delivery';
let instances: readonly StackInstanceSummary[];
let groups: readonly object[];
let brought: Readonly<Record<string, { readonly Type: string; readonly Properties: object }>>;
let days: Readonly<Record<string, number>>;
let gone: readonly string[];
let runs = 0;

const instance = (account: string): StackInstanceSummary => ({
  Account: account,
  Region: REGION,
  Status: 'CURRENT',
  StackId: `arn:aws:cloudformation:${REGION}:${account}:stack/StackSet-baseline-1/uuid`,
});

const named = (name: string, message: string) => Object.assign(new Error(message), { name });

afterAll(() => scratch.clean());
beforeEach(() => {
  for (const mock of [cloudFormation, sts, logs, iam]) mock.reset();
  instances = [instance(AUDIT), instance(NETWORK)];
  days = { [AUDIT]: 400, [NETWORK]: 400, [PORTAL]: 400 };
  gone = [];
  groups = [served];
  brought = { Group: GROUP };
  // The keys of an account tell which one is asked.
  sts.on(AssumeRoleCommand).callsFake(({ RoleArn = '' }: { RoleArn?: string }) => ({
    Credentials: {
      AccessKeyId: RoleArn.split(':')[4],
      SecretAccessKey: 'secret',
      SessionToken: 'token',
      Expiration: new Date(Date.now() + 900_000),
    },
  }));
  cloudFormation.on(DescribeStacksCommand).callsFake(async ({ StackName }: { StackName: string }, client) => {
    if (StackName !== HOME && gone.includes(await asked(client))) throw named('ValidationError', 'it does not exist');
    return { Stacks: [{ StackName, StackStatus: 'CREATE_COMPLETE' }] };
  });
  cloudFormation.on(ListStackResourcesCommand).callsFake(({ StackName }: { StackName: string }) => {
    const own = Object.entries(brought).map(([name, { Type }]) => [name, Type, name.toLowerCase()]);
    const all = StackName === HOME ? [['Set', 'AWS::CloudFormation::StackSet', 'baseline:uuid']] : own;
    return {
      StackResourceSummaries: all.map(([LogicalResourceId, ResourceType, PhysicalResourceId]) => ({
        LogicalResourceId,
        ResourceType,
        PhysicalResourceId,
      })),
    };
  });
  cloudFormation.on(ListStackInstancesCommand).callsFake(() => ({ Summaries: instances }));
  logs.on(DescribeLogGroupsCommand).callsFake(async (_, client) => ({
    logGroups: [{ logGroupName: 'group', retentionInDays: days[await asked(client)] }],
  }));
});

async function asked(client: () => { readonly config: { credentials: () => Promise<{ accessKeyId: string }> } }) {
  const { accessKeyId } = await client().config.credentials();
  return accessKeyId;
}

const folder = () => scratch.path(`deployed-${runs}`);
const templateOf = (account: string) => `assembly-stack-sets/StackSet-baseline-1.${account}.${REGION}.template.json`;

async function read() {
  runs += 1;
  const Properties = {
    StackSetName: 'baseline',
    PermissionModel: 'SERVICE_MANAGED',
    StackInstancesGroup: groups,
    TemplateBody: JSON.stringify({ Resources: brought }),
  };
  const resources = { Set: { Type: 'AWS::CloudFormation::StackSet', Properties } };
  const assembly = writeAssembly(scratch.path(`cdk.out-${runs}`), { management: { delivery: { resources } } });
  return await readDeployed({
    session: new AwsSession({ env: {}, region: REGION }),
    assembly,
    stacks: readAssembly(assembly, 'aws'),
    accounts,
    partition: 'aws',
    deployed: folder(),
  });
}

/** Of the deployed state: accounts that the stack set still serves, by the words of its template. */
function servedNow(): readonly string[] {
  const [set] = readUnit(folder()).graph.ofType('AWS::CloudFormation::StackSet');
  return accounts.filter((account) => set && stackSetReaches(set, account, REGION) === true).map(({ id }) => id);
}

it('finds nothing where every account has what the stack set brings', async () => {
  expect(await read()).toEqual([]);
  expect(existsSync(join(folder(), 'assembly-stack-sets'))).toBe(false);
  expect(servedNow()).toEqual([AUDIT, NETWORK]);
});

it('tells what one account has otherwise, and gives it a stack of its own', async () => {
  days = { ...days, [NETWORK]: 1 };
  expect(await read()).toEqual([
    expect.objectContaining({ kind: 'differs', template: templateOf(NETWORK), logicalId: 'Group', found: 1 }),
  ]);
  const { graph } = readUnit(folder());
  const own = graph.templates.find(({ account }) => account === NETWORK);
  expect(own?.resource('Group')?.properties).toEqual({ RetentionInDays: 1 });
  expect(existsSync(join(folder(), templateOf(AUDIT)))).toBe(false);
  expect(servedNow()).toEqual([AUDIT]);
});

it('can be waived for that account by what its finding says', async () => {
  days = { ...days, [NETWORK]: 1 };
  await read();
  const { graph } = readUnit(folder());
  const finding = {
    template: join(folder(), templateOf(NETWORK)),
    logicalId: 'Group',
    resourceType: 'AWS::Logs::LogGroup',
  };
  const { stack } = scopeOfFinding(finding);
  expect(stack).toBe('StackSet-baseline-1');
  expect(placesIn(graph, undefined)(finding).stack).toBe(stack);
});

it('tells which account the stack set has not reached, and why', async () => {
  const { StackId: _, ...never } = instance(NETWORK);
  instances = [instance(AUDIT), { ...never, Status: 'OUTDATED', StatusReason: 'the bucket exists' }];
  expect(await read()).toEqual([
    expect.objectContaining({
      kind: 'differs',
      logicalId: 'Set',
      property: 'StackInstancesGroup',
      because: `no stack of it stands (the bucket exists) in ${NETWORK}, ${REGION}`,
    }),
  ]);
  expect(servedNow()).toEqual([AUDIT]);
});

it('tells that the stack of an account is of an earlier template', async () => {
  instances = [instance(AUDIT), { ...instance(NETWORK), Status: 'OUTDATED' }];
  expect(await read()).toEqual([
    expect.objectContaining({ kind: 'differs', because: `its stack is OUTDATED in ${NETWORK}, ${REGION}` }),
  ]);
  expect(servedNow()).toEqual([AUDIT]);
  expect(existsSync(join(folder(), templateOf(NETWORK)))).toBe(true);
});

it('tells that somebody took the stack of an account away', async () => {
  gone = [NETWORK];
  expect(await read()).toEqual([
    expect.objectContaining({ kind: 'missing', template: templateOf(NETWORK), logicalId: '' }),
  ]);
  const written = JSON.parse(readFileSync(join(folder(), templateOf(NETWORK)), 'utf8')) as { Resources: object };
  expect(Object.keys(written.Resources)).toEqual(['LionrockNothing']);
});

it('tells which account it serves though it was not to', async () => {
  instances = [...instances, instance(PORTAL)];
  expect(await read()).toEqual([
    expect.objectContaining({
      kind: 'unmanaged',
      name: expect.stringContaining(`:${PORTAL}:stack/StackSet-baseline-1`),
    }),
  ]);
});

it.each([
  [
    'templates cannot say whom it did not reach',
    [AUDIT],
    [{ ...served, DeploymentTargets: { ...served.DeploymentTargets, Accounts: [AUDIT], AccountFilterType: 'UNION' } }],
    `no stack of it stands in ${NETWORK}, ${REGION}`,
  ],
  [
    'nobody can tell whom else it serves',
    [AUDIT, NETWORK],
    [served, { ...served, DeploymentTargets: { OrganizationalUnitIds: ['ou-other'], AccountFilterType: 'LATER' } }],
    `nobody can tell whether it serves ${PORTAL}`,
  ],
])('tells which account it serves though it was not to, where %s', async (_, reached, designedGroups, because) => {
  groups = designedGroups;
  const beyond = { ...instance(PORTAL), Region: ELSEWHERE };
  instances = [...reached.map(instance), beyond];
  expect(await read()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'unmanaged', name: expect.stringContaining(`${beyond.StackId},`) }),
      expect.objectContaining({ kind: 'unread', logicalId: 'Set', because }),
    ]),
  );
  const written = readUnit(folder()).graph.templates.map(({ account }) => account);
  expect(written).toContain(PORTAL);
  expect(servedNow()).toEqual([]);
});

it('concludes nothing where AWS does not tell whom it reached', async () => {
  cloudFormation.on(ListStackInstancesCommand).rejects(named('AccessDeniedException', 'not allowed'));
  expect(await read()).toEqual([
    expect.objectContaining({ kind: 'unread', logicalId: 'Set', because: expect.stringContaining('not allowed') }),
  ]);
  expect(servedNow()).toEqual([]);
});

it('reads a stack of an account that is not in the config as well', async () => {
  const STRANGER = '299999999999';
  instances = [...instances, instance(STRANGER)];
  days = { ...days, [STRANGER]: 7 };
  expect(await read()).toEqual([
    expect.objectContaining({ kind: 'differs', template: templateOf(STRANGER), found: 7 }),
  ]);
});

it('asks an account for its roles once, in however many regions it has stacks', async () => {
  groups = [{ ...served, Regions: [REGION, ELSEWHERE] }];
  instances = [AUDIT, NETWORK].flatMap((id) => [instance(id), { ...instance(id), Region: ELSEWHERE }]);
  brought = { Role: { Type: 'AWS::IAM::Role', Properties: {} } };
  iam.on(GetAccountAuthorizationDetailsCommand).resolves({ RoleDetailList: [{ RoleName: 'role' }] });
  expect(await read()).toEqual([]);
  expect(iam.commandCalls(GetAccountAuthorizationDetailsCommand)).toHaveLength(2);
});
