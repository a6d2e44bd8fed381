import {
  CreateAccountCommand,
  CreateOrganizationalUnitCommand,
  DescribeCreateAccountStatusCommand,
  DescribeOrganizationCommand,
  ListAccountsForParentCommand,
  ListAWSServiceAccessForOrganizationCommand,
  ListOrganizationalUnitsForParentCommand,
  ListPoliciesCommand,
  ListRootsCommand,
  MoveAccountCommand,
  OrganizationsClient,
} from '@aws-sdk/client-organizations';
import { mockClient } from 'aws-sdk-client-mock';
import { DraftFile, planAccounts, readEstate, untouchedBy, vendAccounts, type Estate } from '../../lib/deploy';

const CONFIG = `# The estate of the department.
version: 1
name: small
organization:
  # Made by hand in 2024.
  id: o-small12345
  units:
    - { name: Security, id: ou-sm01-security1 }
    - name: Departments # new
    - { name: Production, parent: Departments }
accounts:
  - name: management
    role: management
  # Who keeps the logs.
  - name: log-archive
    id: '200000000002'
    unit: Security
  - name: audit # stands in the root still
    unit: Security
  - name: portal
    email: portal@cloud.example.gov.hk
    unit: Departments/Production
    holds: { classification: UNCLASSIFIED, personalData: false, description: Public information }
`;

const ESTATE: Estate = {
  organizationId: 'o-small12345',
  managementAccount: '200000000001',
  rootId: 'r-sm01',
  units: [
    { id: 'ou-sm01-security1', path: 'Security' },
    { id: 'ou-sm01-controlto', path: 'Foundation' },
  ],
  accounts: [
    { id: '200000000001', name: 'payer', email: 'payer@cloud.example.gov.hk', parent: 'r-sm01' },
    { id: '200000000002', name: 'Logs', email: 'logs@cloud.example.gov.hk', parent: 'ou-sm01-security1' },
    { id: '200000000003', name: 'audit', email: 'audit@cloud.example.gov.hk', parent: 'r-sm01' },
    { id: '200000000099', name: 'somebody-else', email: 'x@cloud.example.gov.hk', parent: 'r-sm01' },
  ],
  policies: ['small-guardrails-1', 'aws-guardrails-xyz', 'own-policy'],
  hasControlTower: true,
};

const file = (text = CONFIG) => new DraftFile(text, 'landing-zone.yaml');
const plan = (text?: string, estate = ESTATE) => planAccounts(file(text).draft, estate);

describe('the plan for units and accounts', () => {
  it('adopts what exists, by id, by place, by name, by mailbox; makes and moves the rest', () => {
    expect(plan()).toEqual([
      { kind: 'adopt-unit', path: 'Security', index: 0, id: 'ou-sm01-security1' },
      { kind: 'create-unit', path: 'Departments', index: 1, parent: 'Root', name: 'Departments' },
      { kind: 'create-unit', path: 'Departments/Production', index: 2, parent: 'Departments', name: 'Production' },
      { kind: 'adopt-account', name: 'management', index: 0, id: '200000000001' },
      { kind: 'adopt-account', name: 'log-archive', index: 1, id: '200000000002' },
      { kind: 'adopt-account', name: 'audit', index: 2, id: '200000000003' },
      { kind: 'move-account', name: 'audit', id: '200000000003', from: 'r-sm01', unit: 'Security' },
      {
        kind: 'create-account',
        name: 'portal',
        index: 3,
        email: 'portal@cloud.example.gov.hk',
        unit: 'Departments/Production',
      },
    ]);
    const mailbox = CONFIG.replace('portal@', 'X@');
    expect(plan(mailbox)).toContainEqual({ kind: 'adopt-account', name: 'portal', index: 3, id: '200000000099' });
  });

  it.each([
    [
      'an account without a mailbox',
      CONFIG.replace(/ +email: .*\n/, ''),
      'account portal does not exist: a new one needs a mailbox',
    ],
    [
      'an id that the organisation does not have',
      CONFIG.replace('000002', '000008'),
      'account log-archive is 200000000008, which the organisation does not have',
    ],
    [
      'a unit that the organisation does not have',
      CONFIG.replace('security1', 'security2'),
      'unit Security is ou-sm01-security2, which',
    ],
    [
      'another organisation',
      CONFIG.replace('o-small12345', 'o-other12345'),
      'organization.id is o-other12345, but the caller is in o-small12345',
    ],
    [
      'a unit below one that there is not',
      CONFIG.replace('parent: Departments', 'parent: Nowhere'),
      'there is no unit Nowhere above it',
    ],
  ])('refuses %s', (_, text, message) => {
    expect(() => plan(text)).toThrow(message);
  });

  it('lists what is not touched', () => {
    expect(untouchedBy(file().draft, ESTATE)).toEqual([
      { what: 'service', name: 'AWS Control Tower', why: expect.stringContaining('stay as they are') },
      { what: 'unit', name: 'Foundation (ou-sm01-controlto)', why: 'not in the config' },
      { what: 'account', name: 'somebody-else (200000000099)', why: 'not in the config' },
      { what: 'policy', name: 'aws-guardrails-xyz', why: 'of Control Tower' },
      { what: 'policy', name: 'own-policy', why: 'not of this landing zone' },
    ]);
  });
});

describe('making accounts', () => {
  const organizations = mockClient(OrganizationsClient);
  const client = new OrganizationsClient({ region: 'us-east-1' });
  beforeEach(() => {
    organizations.reset();
    organizations.on(CreateOrganizationalUnitCommand).callsFake(({ Name: name }) => ({
      OrganizationalUnit: { Id: `ou-sm01-${String(name).toLowerCase()}` },
    }));
    organizations.on(CreateAccountCommand).resolves({ CreateAccountStatus: { State: 'IN_PROGRESS', Id: 'car-1' } });
    organizations
      .on(DescribeCreateAccountStatusCommand)
      .resolvesOnce({ CreateAccountStatus: { State: 'IN_PROGRESS', Id: 'car-1' } });
    organizations
      .on(DescribeCreateAccountStatusCommand)
      .resolves({ CreateAccountStatus: { State: 'SUCCEEDED', AccountId: '200000000007' } });
  });

  it('enters the ids into the config, and keeps its comments, order and form', async () => {
    const draft = file();
    const texts: string[] = [];
    const onStep = (_: unknown, text: string) => void texts.push(text);
    await vendAccounts({
      client,
      estate: ESTATE,
      steps: planAccounts(draft.draft, ESTATE),
      file: draft,
      onStep,
      pollMs: 1,
    });
    expect(texts.at(-1)).toBe(`# The estate of the department.
version: 1
name: small
organization:
  # Made by hand in 2024.
  id: o-small12345
  rootId: r-sm01
  units:
    - { name: Security, id: ou-sm01-security1 }
    - name: Departments # new
      id: ou-sm01-departments
    - { name: Production, id: ou-sm01-production, parent: Departments }
accounts:
  - name: management
    id: '200000000001'
    role: management
  # Who keeps the logs.
  - name: log-archive
    id: '200000000002'
    unit: Security
  - name: audit # stands in the root still
    id: '200000000003'
    unit: Security
  - name: portal
    id: '200000000007'
    email: portal@cloud.example.gov.hk
    unit: Departments/Production
    holds: { classification: UNCLASSIFIED, personalData: false, description: Public information }
`);
    expect(organizations.commandCalls(MoveAccountCommand).map(({ args: [{ input }] }) => input)).toEqual([
      { AccountId: '200000000003', SourceParentId: 'r-sm01', DestinationParentId: 'ou-sm01-security1' },
      { AccountId: '200000000007', SourceParentId: 'r-sm01', DestinationParentId: 'ou-sm01-production' },
    ]);
  });

  it('stops at what AWS refuses: the ids of what was made before are in the config', async () => {
    organizations.on(DescribeCreateAccountStatusCommand).resolves({
      CreateAccountStatus: { State: 'FAILED', FailureReason: 'EMAIL_ALREADY_EXISTS' },
    });
    const draft = file();
    let text = '';
    const done = vendAccounts({
      client,
      estate: ESTATE,
      steps: planAccounts(draft.draft, ESTATE),
      file: draft,
      onStep: (_, next) => (text = next),
      pollMs: 1,
    });
    await expect(done).rejects.toThrow(
      'AWS could not make account portal (portal@cloud.example.gov.hk): EMAIL_ALREADY_EXISTS',
    );
    expect(text).toContain('ou-sm01-production');
    expect(
      planAccounts(file(text).draft, {
        ...ESTATE,
        units: [
          ...ESTATE.units,
          { id: 'ou-sm01-departments', path: 'Departments' },
          { id: 'ou-sm01-production', path: 'Departments/Production' },
        ],
      })
        .filter(({ kind }) => kind.startsWith('create-'))
        .map(({ kind }) => kind),
    ).toEqual(['create-account']);
  });

  it('reads the organisation to its last page', async () => {
    organizations.on(DescribeOrganizationCommand).resolves({ Organization: { Id: 'o-1', MasterAccountId: '1' } });
    organizations.on(ListRootsCommand).resolves({ Roots: [{ Id: 'r-1' }] });
    organizations.on(ListAccountsForParentCommand).resolves({ Accounts: [] });
    organizations
      .on(ListAccountsForParentCommand, { ParentId: 'ou-b' })
      .resolves({ Accounts: [{ Id: '2', Name: 'two', Email: 'two@x' }] });
    organizations.on(ListOrganizationalUnitsForParentCommand).resolves({ OrganizationalUnits: [] });
    organizations
      .on(ListOrganizationalUnitsForParentCommand, { ParentId: 'r-1' })
      .resolves({ OrganizationalUnits: [{ Id: 'ou-a', Name: 'A' }] });
    organizations
      .on(ListOrganizationalUnitsForParentCommand, { ParentId: 'ou-a' })
      .resolves({ OrganizationalUnits: [{ Id: 'ou-b', Name: 'B' }] });
    organizations
      .on(ListPoliciesCommand)
      .resolves({ Policies: [{ Name: 'FullAWSAccess', AwsManaged: true }, { Name: 'mine' }] });
    organizations.on(ListAWSServiceAccessForOrganizationCommand).resolves({ EnabledServicePrincipals: [] });
    expect(await readEstate(client)).toEqual({
      organizationId: 'o-1',
      managementAccount: '1',
      rootId: 'r-1',
      units: [
        { id: 'ou-a', path: 'A' },
        { id: 'ou-b', path: 'A/B' },
      ],
      accounts: [{ id: '2', name: 'two', email: 'two@x', parent: 'ou-b' }],
      policies: ['mine'],
      hasControlTower: false,
    });
  });
});
