import {
  GetAccountAuthorizationDetailsCommand,
  GetAccountPasswordPolicyCommand,
  IAMClient,
  type PasswordPolicy,
  type RoleDetail,
} from '@aws-sdk/client-iam';
import { mockClient } from 'aws-sdk-client-mock';
import { readUnit } from '../../lib/template';
import { DeployedAccount } from './support/deployed';

const account = new DeployedAccount();
const iam = mockClient(IAMClient);

afterAll(() => account.clean());

const policy = (Action: string) => ({ Statement: [{ Effect: 'Allow', Action, Resource: '*' }] });
const trust = (AWS: string) => ({ Statement: [{ Effect: 'Allow', Principal: { AWS }, Action: 'sts:AssumeRole' }] });
const text = (document: object) => encodeURIComponent(JSON.stringify(document));

const BOUNDARY = 'arn:aws:iam::200000000004:policy/boundary';
const VIEW = 'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess';
const OWN = 'arn:aws:iam::200000000004:policy/own';

const resources = {
  Role: {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: trust('200000000001'),
      ManagedPolicyArns: [VIEW],
      PermissionsBoundary: BOUNDARY,
      Policies: [{ PolicyName: 'inside', PolicyDocument: policy('s3:ListBucket') }],
    },
  },
  Other: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust('200000000001') } },
  Beside: {
    Type: 'AWS::IAM::Policy',
    Properties: {
      PolicyName: 'beside',
      PolicyDocument: policy('sqs:SendMessage'),
      Roles: [{ Ref: 'Role' }, { Ref: 'Other' }],
    },
  },
  Own: {
    Type: 'AWS::IAM::ManagedPolicy',
    Properties: { PolicyDocument: policy('sns:Publish'), Roles: [{ Ref: 'Role' }] },
  },
};

const beside = { PolicyName: 'beside', PolicyDocument: text(policy('sqs:SendMessage')) };
const inside = { PolicyName: 'inside', PolicyDocument: text(policy('s3:ListBucket')) };
const role: RoleDetail = {
  RoleName: 'Role',
  AssumeRolePolicyDocument: text(trust('arn:aws:iam::200000000001:root')),
  AttachedManagedPolicies: [{ PolicyArn: VIEW }, { PolicyArn: OWN }],
  PermissionsBoundary: { PermissionsBoundaryArn: BOUNDARY },
  RolePolicyList: [inside, beside],
};

interface Standing {
  readonly role?: RoleDetail;
  readonly other?: RoleDetail;
  readonly document?: object;
}

async function read({ role: changed = {}, other = {}, document = policy('sns:Publish') }: Standing = {}) {
  iam.on(GetAccountAuthorizationDetailsCommand).resolves({
    RoleDetailList: [
      { ...role, ...changed },
      {
        RoleName: 'Other',
        AssumeRolePolicyDocument: text(trust('200000000001')),
        RolePolicyList: [beside],
        ...other,
      },
    ],
    Policies: [
      {
        Arn: OWN,
        PolicyVersionList: [
          { VersionId: 'v1', IsDefaultVersion: false, Document: text(policy('*')) },
          { VersionId: 'v2', IsDefaultVersion: true, Document: text(document) },
        ],
      },
    ],
  });
  const found = await account.read({ resources, ids: { Own: OWN } });
  return found.map((one) => {
    const what = one.kind === 'differs' ? one.property : one.kind === 'unmanaged' ? JSON.stringify(one.properties) : '';
    return `${one.kind} ${one.kind === 'unmanaged' ? one.type : one.logicalId} ${what}`.trim();
  });
}

it('are as their templates say', async () => {
  expect(await read()).toEqual([]);
});

it.each<[string, Standing, readonly string[]]>([
  [
    'somebody else may take a role',
    { role: { AssumeRolePolicyDocument: text(trust('999999999999')) } },
    ['differs Role AssumeRolePolicyDocument'],
  ],
  ['a role lost its ceiling', { role: { PermissionsBoundary: undefined } }, ['differs Role PermissionsBoundary']],
  [
    'a role got a policy of AWS',
    {
      role: {
        AttachedManagedPolicies: [
          { PolicyArn: VIEW },
          { PolicyArn: OWN },
          { PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
        ],
      },
    },
    ['differs Role ManagedPolicyArns'],
  ],
  [
    'a role got a policy that is for another one',
    { other: { AttachedManagedPolicies: [{ PolicyArn: OWN }] } },
    ['differs Other ManagedPolicyArns'],
  ],
  ['a policy is attached no more', { role: { AttachedManagedPolicies: [{ PolicyArn: VIEW }] } }, ['differs Own Roles']],
  ['a policy says something else', { document: policy('*') }, ['differs Own PolicyDocument']],
  [
    'a policy inside of a role says something else',
    { role: { RolePolicyList: [{ ...inside, PolicyDocument: text(policy('s3:*')) }, beside] } },
    ['differs Role Policies'],
  ],
  ['a policy inside of a role is gone', { role: { RolePolicyList: [beside] } }, ['differs Role Policies']],
  [
    'a policy beside two roles says something else in one of them',
    { other: { RolePolicyList: [{ ...beside, PolicyDocument: text(policy('sqs:*')) }] } },
    ['differs Beside PolicyDocument'],
  ],
  ['a policy beside two roles is gone from one of them', { other: { RolePolicyList: [] } }, ['differs Beside Roles']],
  [
    'a policy beside two roles is gone from both',
    { role: { RolePolicyList: [inside] }, other: { RolePolicyList: [] } },
    ['missing Beside'],
  ],
  [
    'a role got a policy inside',
    { role: { RolePolicyList: [inside, beside, { PolicyName: 'all', PolicyDocument: text(policy('*')) }] } },
    [
      `unmanaged AWS::IAM::Policy ${JSON.stringify({ PolicyName: 'all', PolicyDocument: policy('*'), Roles: ['Role'] })}`,
    ],
  ],
])('%s', async (_, standing, wanted) => {
  expect(await read(standing)).toEqual(wanted);
});

it('tells once that a role is gone, and what was attached to it', async () => {
  const RoleName = 'Renamed';
  expect(await read({ role: { RoleName } })).toEqual(['missing Role', 'differs Own Roles']);
});

it('writes as nobody’s what two roles lost of a policy for three', async () => {
  const Role = (name: string) => ({
    RoleName: name,
    AssumeRolePolicyDocument: text(trust('200000000001')),
    RolePolicyList: name === 'Third' ? [beside] : [],
  });
  const names = ['Role', 'Other', 'Third'];
  iam.on(GetAccountAuthorizationDetailsCommand).resolves({ RoleDetailList: names.map(Role) });
  const { Other, Beside } = resources;
  const Roles = names.map((Ref) => ({ Ref }));
  const three = {
    ...Object.fromEntries(names.map((name) => [name, Other])),
    Beside: { ...Beside, Properties: { ...Beside.Properties, Roles } },
  };
  expect(await account.read({ resources: three })).toEqual([
    expect.objectContaining({ kind: 'differs', logicalId: 'Beside', designed: names, found: ['Third'] }),
  ]);
  const [written] = readUnit(account.folder).graph.ofType('AWS::IAM::Policy');
  expect([written?.properties['Roles']].flat()).toEqual([expect.objectContaining({ logicalId: 'Third' })]);
});

describe('a policy that names what only AWS can name', () => {
  const secret = 'arn:aws:secretsmanager:ap-east-1:200000000004:secret:rds!db-1';
  const named = (Resource: unknown) => ({
    Statement: [
      { Effect: 'Allow', Action: 'sts:GetCallerIdentity', Resource: '*' },
      { Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource },
    ],
  });
  const standing = (document: object) => ({
    Database: { Type: 'AWS::RDS::DBInstance' },
    Role: { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust('200000000001') } },
    Reads: {
      Type: 'AWS::IAM::Policy',
      Properties: {
        PolicyName: 'reads',
        PolicyDocument: document,
        Roles: [{ Ref: 'Role' }],
      },
    },
  });
  const SECRET = named({ 'Fn::GetAtt': ['Database', 'MasterUserSecret.SecretArn'] });
  const readWith = async (document: object, designed: object = SECRET) => {
    const RolePolicyList = [{ PolicyName: 'reads', PolicyDocument: text(document) }];
    const found = { RoleName: 'Role', AssumeRolePolicyDocument: text(trust('200000000001')), RolePolicyList };
    iam.on(GetAccountAuthorizationDetailsCommand).resolves({ RoleDetailList: [found] });
    return (await account.read({ resources: standing(designed) })).map(({ kind, logicalId }) => `${kind} ${logicalId}`);
  };

  it('may have there what is of the account', async () => {
    expect(await readWith(named(secret))).toEqual([]);
    expect(await readWith({ Statement: named(secret).Statement.toReversed() })).toEqual([]);
  });

  const OBJECTS = named({ 'Fn::Sub': '${Database.AccessPoint}/object/200000000004/*' });
  const ONE = { Statement: [{ Effect: 'Deny', NotPrincipal: { AWS: { 'Fn::GetAtt': ['Database', 'Role'] } } }] };
  const point = (owner: string) => named(`arn:aws:s3:ap-east-1:${owner}:accesspoint/x/object/200000000004/*`);
  const principal = (AWS: string) => ({ Statement: [{ Effect: 'Deny', NotPrincipal: { AWS } }] });

  it('may have it before what the template says', async () => {
    expect(await readWith(point('200000000004'), OBJECTS)).toEqual([]);
    expect(await readWith(principal('arn:aws:iam::200000000004:role/made'), ONE)).toEqual([]);
  });

  it.each<[string, object, object?]>([
    ['everything', named('*')],
    ['what another account has, with the number where the template says it', point('999999999999'), OBJECTS],
    ['the whole account as a principal', principal('arn:aws:iam::200000000004:root'), ONE],
    ['all secrets of the account', named('arn:aws:secretsmanager:ap-east-1:200000000004:secret:*')],
    ['a secret of another account', named('arn:aws:secretsmanager:ap-east-1:999999999999:secret:x')],
    ['one more resource', named([secret, 'arn:aws:secretsmanager:ap-east-1:200000000004:secret:x'])],
    [
      'one more statement',
      { Statement: [...named(secret).Statement, { Effect: 'Allow', Action: '*', Resource: '*' }] },
    ],
    [
      'a condition',
      {
        Statement: named(secret).Statement.map((one) => ({
          ...one,
          Condition: { Bool: { 'aws:SecureTransport': 'true' } },
        })),
      },
    ],
  ])('is undecided with %s', async (_, ...documents) => {
    expect(await readWith(...documents)).toEqual(['unread Reads']);
  });
});

describe('the password policy of an account', () => {
  const Properties = { MinimumPasswordLength: 14, PasswordReusePrevention: 24, RequireSymbols: true };
  const policies = { Policy: { Type: 'Custom::LionrockPasswordPolicy', Properties } };
  const stands = (PasswordPolicy: PasswordPolicy) =>
    iam.on(GetAccountPasswordPolicyCommand).resolves({ PasswordPolicy });

  it('is as its template says', async () => {
    stands({ ...Properties, ExpirePasswords: true });
    expect(await account.read({ resources: policies })).toEqual([]);
  });

  it('asks for less', async () => {
    stands({ ...Properties, MinimumPasswordLength: 8, RequireSymbols: false });
    const found = await account.read({ resources: policies });
    expect(found.map((one) => one.kind === 'differs' && one.property)).toEqual([
      'MinimumPasswordLength',
      'RequireSymbols',
    ]);
  });

  it('was taken away', async () => {
    const error = Object.assign(new Error('no policy'), { name: 'NoSuchEntityException' });
    iam.on(GetAccountPasswordPolicyCommand).rejects(error);
    expect(await account.read({ resources: policies })).toMatchObject([{ kind: 'missing', logicalId: 'Policy' }]);
  });
});
