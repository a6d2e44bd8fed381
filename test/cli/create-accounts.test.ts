import {
  CreateAccountCommand,
  DescribeOrganizationCommand,
  ListAccountsForParentCommand,
  ListAWSServiceAccessForOrganizationCommand,
  ListOrganizationalUnitsForParentCommand,
  ListPoliciesCommand,
  ListRootsCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';
import { readFileSync } from 'node:fs';
import { Scratch } from '../gate/support/scratch';
import { run } from './support/run';
import { schemaErrors } from './support/schema';

const scratch = new Scratch();
const sts = mockClient(STSClient);
const organizations = mockClient(OrganizationsClient);
const saved = { ...process.env };

const CONFIG = `name: small # of one department
organization:
  units:
    - { name: Security }
accounts:
  - { name: management, role: management }
  - { name: portal, email: portal@cloud.example.gov.hk }
`;
const MADE = `name: small # of one department
organization:
  id: o-small12345
  rootId: r-sm01
  units:
    - { name: Security, id: ou-sm01-security1 }
accounts:
  - { name: management, id: '200000000001', role: management }
  - { name: portal, id: '200000000007', email: portal@cloud.example.gov.hk }
`;

let config = '';
afterAll(() => scratch.clean());
beforeEach(() => {
  process.env = { ...saved, AWS_ACCESS_KEY_ID: 'ASIA', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'token' };
  config = scratch.write('landing-zone.yaml', CONFIG);
  sts.reset();
  organizations.reset();
  sts.on(GetCallerIdentityCommand).resolves({ Arn: 'arn:aws:sts::200000000001:assumed-role/Deploy/me' });
  organizations
    .on(DescribeOrganizationCommand)
    .resolves({ Organization: { Id: 'o-small12345', MasterAccountId: '200000000001' } });
  organizations.on(ListRootsCommand).resolves({ Roots: [{ Id: 'r-sm01' }] });
  organizations.on(ListAccountsForParentCommand).resolves({ Accounts: [] });
  organizations.on(ListAccountsForParentCommand, { ParentId: 'r-sm01' }).resolves({
    Accounts: [{ Id: '200000000001', Name: 'payer', Email: 'payer@cloud.example.gov.hk' }],
  });
  organizations.on(ListOrganizationalUnitsForParentCommand).resolves({ OrganizationalUnits: [] });
  organizations.on(ListOrganizationalUnitsForParentCommand, { ParentId: 'r-sm01' }).resolves({
    OrganizationalUnits: [
      { Id: 'ou-sm01-security1', Name: 'Security' },
      { Id: 'ou-sm01-other', Name: 'Other' },
    ],
  });
  organizations.on(ListPoliciesCommand).resolves({ Policies: [{ Name: 'aws-guardrails-abc' }] });
  organizations.on(ListAWSServiceAccessForOrganizationCommand).resolves({});
  organizations
    .on(CreateAccountCommand)
    .resolves({ CreateAccountStatus: { State: 'SUCCEEDED', AccountId: '200000000007' } });
});
afterEach(() => {
  process.env = saved;
});

const create = (...args: string[]) => run(['deploy', '--create-accounts', '-c', config, ...args]);

it('shows what it would adopt, make and leave alone', async () => {
  const { status, stdout } = await create('--dry-run');
  expect(status).toBe(0);
  expect(stdout).toBe(`adopt unit Security (ou-sm01-security1)
adopt account management (200000000001)
make account portal (portal@cloud.example.gov.hk) in Root

Lionrock will not touch:
  unit Other (ou-sm01-other): not in the config
  policy aws-guardrails-abc: of Control Tower
`);
  expect(organizations.commandCalls(CreateAccountCommand)).toHaveLength(0);
  expect(readFileSync(config, 'utf8')).toBe(CONFIG);
});

it('makes them and enters the ids, and has nothing left to do then', async () => {
  const { status, stdout, stderr } = await create('--yes', '--format', 'json');
  expect(status).toBe(0);
  expect(stderr).toBe('made account portal (portal@cloud.example.gov.hk) in Root\n');
  expect(schemaErrors('accounts', stdout)).toEqual([]);
  expect(JSON.parse(stdout)).toMatchObject({
    schemaVersion: '1',
    dryRun: false,
    steps: [{}, {}, { kind: 'create-account' }],
  });
  expect(readFileSync(config, 'utf8')).toBe(MADE);
  organizations.on(ListAccountsForParentCommand, { ParentId: 'r-sm01' }).resolves({
    Accounts: [{ Id: '200000000001' }, { Id: '200000000007' }],
  });
  expect((await create()).status).toBe(0);
  expect(organizations.commandCalls(CreateAccountCommand)).toHaveLength(1);
  expect(readFileSync(config, 'utf8')).toBe(MADE);
});

it.each([
  ['nobody can be asked', [], () => undefined, 'nobody can be asked'],
  [
    'the organisation may not be read',
    ['--yes'],
    () => organizations.on(DescribeOrganizationCommand).rejects(new Error('You do not have permission')),
    'the organisation cannot be read: You do not have permission; use a role of the management account',
  ],
  [
    'AWS makes no account',
    ['--yes'],
    () =>
      organizations
        .on(CreateAccountCommand)
        .resolves({ CreateAccountStatus: { State: 'FAILED', FailureReason: 'ACCOUNT_LIMIT_EXCEEDED' } }),
    '2 of 3 steps are done and their ids in',
  ],
])('cannot when %s', async (_, args, arrange, message) => {
  arrange();
  const { status, stderr } = await create(...args);
  expect(status).toBe(2);
  expect(stderr).toContain(message);
});

it('does nothing in another account than the config says', async () => {
  scratch.write('landing-zone.yaml', MADE);
  sts.on(GetCallerIdentityCommand).resolves({ Arn: 'arn:aws:sts::999999999999:assumed-role/Deploy/me' });
  expect((await create('--yes')).status).toBe(2);
  expect(organizations.calls()).toHaveLength(0);
});
