import { CloudFormationClient, DescribeOrganizationsAccessCommand } from '@aws-sdk/client-cloudformation';
import { AccountClient, GetRegionOptStatusCommand } from '@aws-sdk/client-account';
import {
  DescribeInternetGatewaysCommand,
  DescribeRegionsCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { GetServiceQuotaCommand, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { GetParameterCommand, ParameterNotFound, SSMClient } from '@aws-sdk/client-ssm';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { mockClient } from 'aws-sdk-client-mock';
import { AwsSession, preflight, readAssembly, targetsOf } from '../../lib/deploy';
import type { LandingZoneConfig } from '../../lib/config';
import { Scratch } from '../gate/support/scratch';
import { idOf, loadedConfig, writeAssembly } from './support/small-landing-zone';

const scratch = new Scratch();
const sts = mockClient(STSClient);
const ssm = mockClient(SSMClient);
const ec2 = mockClient(EC2Client);
const account = mockClient(AccountClient);
const quotas = mockClient(ServiceQuotasClient);
const saved = { ...process.env };

const MANAGEMENT = idOf('management');
const CALLER = `arn:aws:sts::${MANAGEMENT}:assumed-role/Deploy/me`;
const KEYS = { AccessKeyId: 'ASIA', SecretAccessKey: 'secret', SessionToken: 'token', Expiration: new Date() };

const cloudFormation = mockClient(CloudFormationClient);
const vpc = { Type: 'AWS::EC2::VPC', Properties: {} };
const folder = writeAssembly(scratch.path('assembly'), {
  network: { hub: { resources: Object.fromEntries(['A', 'B', 'C', 'D', 'E', 'F'].map((name) => [name, vpc])) } },
});

afterAll(() => scratch.clean());
beforeEach(() => {
  process.env = { ...saved, AWS_ACCESS_KEY_ID: 'ASIA', AWS_SECRET_ACCESS_KEY: 'secret', AWS_SESSION_TOKEN: 'token' };
  for (const mock of [sts, ssm, ec2, account, quotas, cloudFormation]) mock.reset();
  sts.on(GetCallerIdentityCommand).resolves({ Arn: CALLER });
  sts.on(AssumeRoleCommand).resolves({ Credentials: KEYS });
  ssm.on(GetParameterCommand).resolves({ Parameter: { Value: '21' } });
  quotas.on(GetServiceQuotaCommand).resolves({ Quota: { Value: 20 } });
  ec2.on(DescribeVpcsCommand).resolves({ Vpcs: [] });
  ec2.on(DescribeInternetGatewaysCommand).resolves({ InternetGateways: [] });
});
afterEach(() => {
  process.env = saved;
});

const withStackSet = writeAssembly(scratch.path('with-stack-set'), {
  management: {
    delivery: {
      resources: { Set: { Type: 'AWS::CloudFormation::StackSet', Properties: { PermissionModel: 'SERVICE_MANAGED' } } },
    },
  },
});

async function look(deployment: LandingZoneConfig['deployment'] = {}, assembly: string = folder) {
  const loaded = loadedConfig(deployment);
  const session = new AwsSession({ env: process.env, region: 'ap-east-1' });
  const targets = targetsOf(readAssembly(assembly, 'aws'), loaded.config);
  const { checks, isWrongAccount } = await preflight({ session, loaded, targets });
  const of = (id: string) => checks.find((check) => check.id === id);
  return { checks, isWrongAccount, of };
}

/** As the SDK throws what AWS answers. */
function refusal(name: string, message: string, status = 403): Error {
  return Object.assign(new Error(message), { name, $metadata: { httpStatusCode: status } });
}

it('passes where everything is as it must be', async () => {
  const { checks } = await look();
  expect(checks.map(({ id, state, account: of }) => [id, state, of])).toEqual([
    ['identity', 'ok', undefined],
    ['partition', 'ok', undefined],
    ['account', 'ok', undefined],
    ['mfa', 'note', undefined],
    ['clock', 'ok', undefined],
    ['deployment-role', 'ok', 'network'],
    ['bootstrap', 'ok', 'network'],
    ['region', 'ok', 'network'],
    ['quota', 'ok', 'network'],
  ]);
});

describe('who is calling', () => {
  it.each([
    ['root', `arn:aws:iam::${MANAGEMENT}:root`, 'identity', 'never work as root'],
    ['another partition', `arn:aws-cn:sts::${MANAGEMENT}:assumed-role/Deploy/me`, 'partition', 'partition aws'],
    [
      'another account',
      'arn:aws:sts::999999999999:assumed-role/Deploy/me',
      'account',
      'enter 999999999999 in the config',
    ],
    ['nonsense', 'hello', 'identity', 'look at what answers'],
  ])('%s is refused, and nothing else is asked', async (_, arn, id, remedy) => {
    sts.on(GetCallerIdentityCommand).resolves({ Arn: arn });
    const { of } = await look();
    expect(of(id)).toMatchObject({
      state: 'fail',
      found: expect.stringMatching(/./),
      remedy: expect.stringContaining(remedy),
    });
    expect(sts.commandCalls(AssumeRoleCommand)).toHaveLength(0);
    expect(ssm.calls()).toHaveLength(0);
  });

  it('the long-lived key of a user is refused, a session of one is not', async () => {
    sts.on(GetCallerIdentityCommand).resolves({ Arn: `arn:aws:iam::${MANAGEMENT}:user/ops` });
    expect((await look()).of('identity')).toMatchObject({ state: 'ok' });
    delete process.env['AWS_SESSION_TOKEN'];
    expect((await look()).of('identity')).toMatchObject({
      state: 'fail',
      remedy: expect.stringContaining('long-lived'),
    });
  });

  it('a wrong account is told as that: it is another exit status', async () => {
    expect((await look()).isWrongAccount).toBe(false);
    sts.on(GetCallerIdentityCommand).resolves({ Arn: 'arn:aws:sts::999999999999:assumed-role/Deploy/me' });
    expect((await look()).isWrongAccount).toBe(true);
  });

  it('must be in the one account from which the config says that it is deployed', async () => {
    const { of, isWrongAccount } = await look({ account: 'shared-services' });
    expect(of('account')).toMatchObject({
      state: 'fail',
      found: MANAGEMENT,
      expected: `account shared-services (${idOf('shared-services')})`,
    });
    expect(isWrongAccount).toBe(true);
  });
});

describe('credentials that AWS refuses', () => {
  it.each([
    ['ExpiredToken', 'The security token included in the request is expired', 'identity', 'fail', 'log in again'],
    [
      'InvalidClientTokenId',
      'The security token included in the request is invalid',
      'identity',
      'fail',
      'log in again',
    ],
    [
      'SignatureDoesNotMatch',
      'Signature expired: 20261126T000000Z is now earlier than',
      'clock',
      'fail',
      'time server',
    ],
    ['ThrottlingException', 'Rate exceeded', 'identity', 'unknown', 'try again'],
  ])('%s', async (name, message, id, state, remedy) => {
    sts.on(GetCallerIdentityCommand).rejects(refusal(name, message));
    expect((await look()).of(id)).toMatchObject({
      state,
      found: expect.stringContaining(message),
      remedy: expect.stringContaining(remedy),
    });
  });

  it('no answer is no refusal', async () => {
    sts.on(GetCallerIdentityCommand).rejects(new Error('connect ECONNREFUSED'));
    expect((await look()).of('identity')).toMatchObject({
      state: 'unknown',
      remedy: expect.stringContaining('network'),
    });
  });

  it('a clock that is off is told, though the SDK corrects it', async () => {
    sts.on(GetCallerIdentityCommand).callsFake((_, client) => {
      client().config.systemClockOffset = -20 * 60_000;
      return { Arn: CALLER };
    });
    expect((await look()).of('clock')).toMatchObject({ state: 'fail', found: '20 minutes ahead of AWS' });
  });
});

describe('MFA', () => {
  beforeEach(() => {
    delete process.env['AWS_ACCESS_KEY_ID'];
    delete process.env['AWS_SESSION_TOKEN'];
    const device = 'arn:aws:iam::200000000001:mfa/me';
    Object.assign(process.env, {
      AWS_PROFILE: 'deploy',
      AWS_CONFIG_FILE: scratch.write(
        'aws-config',
        `[profile deploy]\nrole_arn = arn:aws:iam::200000000001:role/Deploy\nsource_profile = base\nmfa_serial = ${device}\nregion = ap-east-1\n`,
      ),
      AWS_SHARED_CREDENTIALS_FILE: scratch.write(
        'aws-credentials',
        '[base]\naws_access_key_id = AKIA\naws_secret_access_key = secret\n',
      ),
    });
  });

  it('that the AWS profile asks for cannot be given where nobody is', async () => {
    const session = new AwsSession({ env: process.env, region: 'ap-east-1' });
    await expect(session.keys()).rejects.toThrow(/MFA/);
    const loaded = loadedConfig();
    sts.on(GetCallerIdentityCommand).callsFake(async () => ({ Arn: (await session.keys()) && CALLER }));
    const { checks } = await preflight({ session, loaded, targets: [] });
    expect(checks).toEqual([
      expect.objectContaining({ id: 'mfa', state: 'fail', remedy: expect.stringContaining('OIDC') }),
    ]);
  });
});

describe('an account', () => {
  it('whose role cannot be assumed is told with how to bootstrap it', async () => {
    const role = { RoleArn: `arn:aws:iam::${idOf('network')}:role/cdk-deploy-${idOf('network')}-ap-east-1` };
    sts.on(AssumeRoleCommand, role).rejects(refusal('AccessDenied', 'not authorized to perform: sts:AssumeRole'));
    account.on(GetRegionOptStatusCommand).resolves({ RegionOptStatus: 'ENABLED' });
    const { of } = await look();
    expect(of('deployment-role')).toMatchObject({
      state: 'fail',
      account: 'network',
      expected: `${role.RoleArn} can be assumed`,
      found: 'not authorized to perform: sts:AssumeRole',
      remedy: expect.stringContaining(`--trust ${MANAGEMENT}`),
    });
    expect(of('region')).toMatchObject({ state: 'ok', found: 'ENABLED' });
  });

  it.each([
    ['too old', () => ssm.on(GetParameterCommand).resolves({ Parameter: { Value: '5' } }), 'version 5'],
    [
      'absent',
      () => ssm.on(GetParameterCommand).rejects(new ParameterNotFound({ message: 'no', $metadata: {} })),
      'no /cdk-bootstrap/hnb659fds/version',
    ],
  ])('whose bootstrap is %s', async (_, arrange, found) => {
    arrange();
    account.on(GetRegionOptStatusCommand).resolves({ RegionOptStatus: 'ENABLED' });
    expect((await look()).of('bootstrap')).toMatchObject({
      state: 'fail',
      expected: 'version 6 or later',
      found,
      remedy: `npx cdk bootstrap aws://${idOf('network')}/ap-east-1`,
    });
  });

  it.each([
    ['DISABLED', 'fail'],
    ['ENABLED', 'ok'],
    ['ENABLED_BY_DEFAULT', 'ok'],
  ] as const)('whose region is %s', async (status, state) => {
    ssm.on(GetParameterCommand).rejects(refusal('UnrecognizedClientException', 'The security token is invalid'));
    account.on(GetRegionOptStatusCommand).resolves({ RegionOptStatus: status });
    expect((await look()).of('region')).toMatchObject({ state, found: status, expected: 'enabled' });
  });

  it('whose region the management account may not ask about is asked itself', async () => {
    ssm.on(GetParameterCommand).rejects(refusal('UnrecognizedClientException', 'The security token is invalid'));
    account.on(GetRegionOptStatusCommand).rejects(refusal('AccessDeniedException', 'no'));
    ec2.on(DescribeRegionsCommand).resolves({ Regions: [{ OptInStatus: 'not-opted-in' }] });
    expect((await look()).of('region')).toMatchObject({
      state: 'fail',
      found: 'not-opted-in',
      remedy: expect.stringContaining('aws account enable-region --region-name ap-east-1'),
    });
    ec2.on(DescribeRegionsCommand).rejects(refusal('UnauthorizedOperation', 'no'));
    expect((await look()).of('region')).toMatchObject({ state: 'unknown' });
  });

  it.each([
    ['is enough', 6, 0, 'ok', '6; 6 planned'],
    ['the plan exceeds', 5, 0, 'fail', '5; 6 planned'],
    ['the plan and what stands exceed', 6, 1, 'fail', '6; 6 planned, 1 stand already'],
  ] as const)('whose quota %s', async (_, value, standing, state, found) => {
    quotas.on(GetServiceQuotaCommand).resolves({ Quota: { Value: value } });
    ec2.on(DescribeVpcsCommand).resolves({
      Vpcs: [
        { Tags: [{ Key: 'aws:cloudformation:stack-name', Value: 'network-hub' }] },
        ...Array.from({ length: standing }, () => ({})),
      ],
    });
    expect((await look()).of('quota')).toMatchObject({ what: 'quota: VPCs', state, found });
  });

  it('whose quota of IAM is planned for in several regions is asked once, for all of them', async () => {
    const roles = Object.fromEntries(Array.from({ length: 600 }, (_, n) => [`R${n}`, { Type: 'AWS::IAM::Role' }]));
    const assembly = writeAssembly(scratch.path('two-regions'), {
      network: { hub: { resources: roles }, abroad: { resources: roles, region: 'ap-southeast-1' } },
    });
    quotas.on(GetServiceQuotaCommand).resolves({ Quota: { Value: 1000 } });
    const { checks } = await look({}, assembly);
    expect(checks.filter(({ id }) => id === 'quota')).toEqual([
      expect.objectContaining({
        what: 'quota: roles',
        state: 'fail',
        found: '1000; 1200 planned',
        region: 'us-east-1',
      }),
    ]);
  });

  it('whose quota AWS does not tell is held against the usual one', async () => {
    quotas.on(GetServiceQuotaCommand).rejects(refusal('NoSuchResourceException', 'no', 400));
    expect((await look()).of('quota')).toMatchObject({
      state: 'unknown',
      found: expect.stringContaining('5 as usual'),
    });
  });

  it('that AWS does not answer for is unknown, of that account alone', async () => {
    ssm.on(GetParameterCommand).rejects(refusal('AccessDenied', 'no'));
    account.on(GetRegionOptStatusCommand).rejects(refusal('TooManyRequestsException', 'slow down', 429));
    expect((await look()).of('account-access')).toMatchObject({
      state: 'unknown',
      found: 'slow down',
      account: 'network',
    });
  });

  it.each([
    ['lets stack sets in', { Status: 'ENABLED' }, 'ok', 'ENABLED'],
    ['keeps stack sets out', { Status: 'DISABLED' }, 'fail', 'DISABLED'],
  ] as const)('that %s', async (_, answer, state, found) => {
    cloudFormation.on(DescribeOrganizationsAccessCommand).resolves(answer);
    expect((await look({}, withStackSet)).of('stack-sets')).toMatchObject({
      state,
      found,
      account: 'management',
      remedy: expect.stringContaining('aws cloudformation activate-organizations-access'),
    });
  });

  it('that does not tell whether it lets stack sets in', async () => {
    cloudFormation.on(DescribeOrganizationsAccessCommand).rejects(refusal('AccessDenied', 'not you'));
    const id = idOf('management');
    expect((await look({}, withStackSet)).of('stack-sets')).toMatchObject({
      state: 'unknown',
      found: 'not you',
      remedy: `let arn:aws:iam::${id}:role/cdk-lookup-${id}-ap-east-1 call cloudformation:DescribeOrganizationsAccess`,
    });
  });

  it('that is asked too often whether it lets stack sets in', async () => {
    cloudFormation.on(DescribeOrganizationsAccessCommand).rejects(refusal('Throttling', 'slow down', 400));
    const { of } = await look({}, withStackSet);
    expect(of('account-access')).toMatchObject({ state: 'unknown', found: 'slow down', account: 'management' });
    expect(of('stack-sets')).toBeUndefined();
  });
});
