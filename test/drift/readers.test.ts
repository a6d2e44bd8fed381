import { BackupClient, DescribeBackupVaultCommand, GetBackupVaultAccessPolicyCommand } from '@aws-sdk/client-backup';
import {
  CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
} from '@aws-sdk/client-cloudtrail';
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DescribeFlowLogsCommand, DescribeSecurityGroupsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { GetDetectorCommand, GuardDutyClient } from '@aws-sdk/client-guardduty';
import {
  DescribeKeyCommand,
  GetKeyPolicyCommand,
  GetKeyRotationStatusCommand,
  KMSClient,
  ListGrantsCommand,
} from '@aws-sdk/client-kms';
import { DescribePolicyCommand, ListTargetsForPolicyCommand, OrganizationsClient } from '@aws-sdk/client-organizations';
import { mockClient } from 'aws-sdk-client-mock';
import { DeployedAccount } from './support/deployed';

const account = new DeployedAccount();
const kms = mockClient(KMSClient);
const logs = mockClient(CloudWatchLogsClient);
const trails = mockClient(CloudTrailClient);
const organizations = mockClient(OrganizationsClient);
const ec2 = mockClient(EC2Client);
const backup = mockClient(BackupClient);
const guardDuty = mockClient(GuardDutyClient);

afterAll(() => account.clean());
beforeEach(() => {
  for (const mock of [kms, logs, trails, organizations, ec2, backup, guardDuty]) mock.reset();
});

const named = (name: string) => Object.assign(new Error(`no ${name}`), { name });

describe('a key', () => {
  const policy = (principal: string) => ({
    Statement: [{ Effect: 'Allow', Principal: { AWS: principal }, Action: 'kms:*' }],
  });
  const root = 'arn:aws:iam::200000000004:root';
  const resources = {
    Key: {
      Type: 'AWS::KMS::Key',
      Properties: { EnableKeyRotation: true, RotationPeriodInDays: 365, KeyPolicy: policy('200000000004') },
    },
  };
  const stands = (more: { enabled?: boolean; rotates?: boolean; deleted?: boolean; principal?: string } = {}) => {
    const { enabled = true, rotates = true, deleted = false, principal = root } = more;
    const KeyMetadata = {
      KeyId: 'Key',
      Enabled: enabled,
      KeySpec: 'SYMMETRIC_DEFAULT' as const,
      KeyUsage: 'ENCRYPT_DECRYPT' as const,
      Origin: 'AWS_KMS' as const,
      ...(deleted ? { DeletionDate: new Date(0) } : {}),
    };
    kms.on(ListGrantsCommand).resolves({});
    kms.on(DescribeKeyCommand).resolves({ KeyMetadata });
    kms.on(GetKeyRotationStatusCommand).resolves({
      KeyRotationEnabled: rotates,
      ...(rotates ? { RotationPeriodInDays: 365 } : {}),
    });
    kms.on(GetKeyPolicyCommand).resolves({ Policy: JSON.stringify(policy(principal)) });
  };

  it('is as its template says', async () => {
    stands();
    expect(await account.read({ resources })).toEqual([]);
  });

  it('rotates no more', async () => {
    stands({ rotates: false });
    expect(await account.read({ resources })).toEqual([
      expect.objectContaining({ kind: 'differs', property: 'EnableKeyRotation', designed: true, found: false }),
    ]);
  });

  it('is off, and lets somebody else in', async () => {
    stands({ enabled: false, principal: 'arn:aws:iam::999999999999:root' });
    const found = await account.read({ resources });
    expect(found.map((one) => one.kind === 'differs' && one.property)).toEqual(['Enabled', 'KeyPolicy']);
  });

  it('counts as gone once its deletion is scheduled', async () => {
    stands({ deleted: true });
    expect(await account.read({ resources })).toEqual([
      expect.objectContaining({ kind: 'missing', logicalId: 'Key', because: 'its deletion is scheduled' }),
    ]);
  });

  it('is told in part where a call is refused, and that part is unknown', async () => {
    stands({ rotates: false });
    kms.on(GetKeyPolicyCommand).rejects(named('AccessDeniedException'));
    const found = await account.read({ resources });
    expect(found.map(({ kind }) => kind)).toEqual(['differs', 'unread']);
    expect(found[1]).toMatchObject({ properties: ['KeyPolicy'], because: 'no AccessDeniedException' });
  });
});

describe('a log group', () => {
  const resources = {
    Key: { Type: 'AWS::IAM::User' },
    Group: {
      Type: 'AWS::Logs::LogGroup',
      Properties: { RetentionInDays: 400, KmsKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] } },
    },
  };
  const stands = (retentionInDays: number | undefined, key = 'arn:aws:iam::200000000004:user/Key') =>
    logs.on(DescribeLogGroupsCommand).resolves({
      logGroups: [
        { logGroupName: 'Group', kmsKeyId: key, ...(retentionInDays === undefined ? {} : { retentionInDays }) },
      ],
    });

  it('is as its template says, by the name that its key has', async () => {
    stands(400);
    expect(await account.read({ resources })).toEqual([]);
  });

  it.each([[30], [undefined]])('keeps logs for %s days', async (days) => {
    stands(days);
    expect(await account.read({ resources })).toEqual([
      expect.objectContaining({ kind: 'differs', property: 'RetentionInDays', designed: 400, found: days ?? null }),
    ]);
  });

  it('has another key', async () => {
    stands(400, 'arn:aws:kms:ap-east-1:200000000004:key/other');
    expect(await account.read({ resources })).toMatchObject([{ kind: 'differs', property: 'KmsKeyId' }]);
  });

  it('is not there', async () => {
    logs.on(DescribeLogGroupsCommand).resolves({ logGroups: [] });
    expect(await account.read({ resources })).toMatchObject([{ kind: 'missing', logicalId: 'Group' }]);
  });

  it('cannot be compared where nobody tells what its template means', async () => {
    stands(400);
    const Properties = { RetentionInDays: 400, KmsKeyId: { 'Fn::GetAtt': ['Key', 'Whatever'] } };
    const found = await account.read({ resources: { ...resources, Group: { ...resources.Group, Properties } } });
    expect(found).toMatchObject([{ kind: 'unread', properties: ['KmsKeyId'] }]);
  });
});

describe('the trail', () => {
  const Properties = { IsLogging: true, IsMultiRegionTrail: true, EnableLogFileValidation: true, S3BucketName: 'logs' };
  const resources = { Trail: { Type: 'AWS::CloudTrail::Trail', Properties } };

  it('does not record', async () => {
    trails.on(DescribeTrailsCommand).resolves({
      trailList: [{ S3BucketName: 'logs', IsMultiRegionTrail: true, LogFileValidationEnabled: true }],
    });
    trails.on(GetTrailStatusCommand).resolves({ IsLogging: false });
    trails.on(GetEventSelectorsCommand).resolves({});
    expect(await account.read({ resources })).toMatchObject([
      { kind: 'differs', property: 'IsLogging', designed: true, found: false },
    ]);
  });

  it('is not there', async () => {
    trails.on(DescribeTrailsCommand).resolves({ trailList: [] });
    expect(await account.read({ resources })).toMatchObject([{ kind: 'missing', logicalId: 'Trail' }]);
  });
});

describe('a guardrail', () => {
  const Content = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] };
  const resources = {
    Guardrail: { Type: 'AWS::Organizations::Policy', Properties: { Content, TargetIds: ['ou-a', 'ou-b'] } },
  };

  it('is detached from a unit, and says less', async () => {
    organizations
      .on(DescribePolicyCommand)
      .resolves({ Policy: { Content: JSON.stringify({ ...Content, Statement: [] }) } });
    organizations.on(ListTargetsForPolicyCommand).resolves({ Targets: [{ TargetId: 'ou-b' }] });
    expect(await account.read({ resources })).toMatchObject([
      { kind: 'differs', property: 'Content' },
      { kind: 'differs', property: 'TargetIds', found: ['ou-b'] },
    ]);
  });

  it('is not there', async () => {
    organizations.on(DescribePolicyCommand).rejects(named('PolicyNotFoundException'));
    expect(await account.read({ resources })).toMatchObject([{ kind: 'missing', logicalId: 'Guardrail' }]);
  });
});

describe('a flow log', () => {
  const Properties = {
    ResourceId: 'vpc-1',
    TrafficType: 'ALL',
    LogDestinationType: 's3',
    LogDestination: 'arn:aws:s3:::a',
  };
  const resources = { Log: { Type: 'AWS::EC2::FlowLog', Properties } };
  const log = {
    FlowLogId: 'Log',
    FlowLogStatus: 'ACTIVE',
    ...Properties,
    TrafficType: 'ALL',
    LogDestinationType: 's3',
  } as const;

  it.each([
    ['as its template says', [log], []],
    ['gone', [], [{ kind: 'missing' }]],
    [
      'not delivered',
      [{ ...log, DeliverLogsStatus: 'FAILED' }],
      [{ kind: 'missing', because: /nothing is delivered/ }],
    ],
    [
      'about rejected traffic alone',
      [{ ...log, TrafficType: 'REJECT' }],
      [{ kind: 'differs', property: 'TrafficType' }],
    ],
  ] as const)('is %s', async (_, FlowLogs, wanted) => {
    ec2.on(DescribeFlowLogsCommand).resolves({ FlowLogs: [...FlowLogs] });
    const found = await account.read({ resources });
    expect(found).toHaveLength(wanted.length);
    for (const [index, { kind }] of wanted.entries()) expect(found[index]?.kind).toBe(kind);
  });
});

describe('a vault', () => {
  const AccessPolicy = { Statement: [{ Effect: 'Deny', Action: 'backup:DeleteRecoveryPoint', Principal: '*' }] };
  const resources = {
    Vault: {
      Type: 'AWS::Backup::BackupVault',
      Properties: {
        LockConfiguration: { MinRetentionDays: 35, MaxRetentionDays: 730, ChangeableForDays: 7 },
        AccessPolicy,
      },
    },
  };
  const days = { MinRetentionDays: 35, MaxRetentionDays: 730 };

  it.each([
    ['locked for good', { ...days, LockDate: new Date(0) }, true, []],
    ['locked, but anybody may lift that', days, true, ['LockConfiguration']],
    ['not locked', {}, true, ['LockConfiguration']],
    ['open', { ...days, LockDate: new Date(0) }, false, ['AccessPolicy']],
  ])('is %s', async (_, lock, hasPolicy, wanted) => {
    backup.on(DescribeBackupVaultCommand).resolves(lock);
    if (hasPolicy) backup.on(GetBackupVaultAccessPolicyCommand).resolves({ Policy: JSON.stringify(AccessPolicy) });
    else backup.on(GetBackupVaultAccessPolicyCommand).rejects(named('ResourceNotFoundException'));
    const found = await account.read({ resources });
    expect(found.map((one) => one.kind === 'differs' && one.property)).toEqual(wanted);
  });
});

describe('a default security group that was emptied', () => {
  const resources = { Closed: { Type: 'Custom::VpcRestrictDefaultSG', Properties: { VpcId: 'vpc-1' } } };
  const stands = (more: object) =>
    ec2.on(DescribeSecurityGroupsCommand).resolves({
      SecurityGroups: [{ GroupId: 'sg-1', GroupName: 'default', VpcId: 'vpc-1', ...more }],
    });

  it('is still empty', async () => {
    stands({});
    expect(await account.read({ resources })).toEqual([]);
  });

  it('has rules again', async () => {
    stands({ IpPermissions: [{ IpProtocol: '-1' }] });
    expect(await account.read({ resources })).toEqual([
      expect.objectContaining({ kind: 'missing', because: 'the default security group sg-1 has 1 rules again' }),
    ]);
  });
});

describe('grants of a key', () => {
  const resources = {
    Key: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: {} } },
    Function: { Type: 'AWS::IAM::User' },
  };
  const readWith = async (...grantees: readonly string[]) => {
    kms.on(DescribeKeyCommand).resolves({
      KeyMetadata: {
        KeyId: 'Key',
        Enabled: true,
        KeySpec: 'SYMMETRIC_DEFAULT',
        KeyUsage: 'ENCRYPT_DECRYPT',
        Origin: 'AWS_KMS',
      },
    });
    kms.on(GetKeyRotationStatusCommand).resolves({ KeyRotationEnabled: false });
    kms.on(GetKeyPolicyCommand).resolves({ Policy: '{}' });
    kms.on(ListGrantsCommand).resolves({
      Grants: grantees.map((GranteePrincipal, index) => ({
        GrantId: `grant-${index}`,
        GranteePrincipal,
        Operations: ['Decrypt', 'CreateGrant'],
      })),
    });
    return await account.read({ resources });
  };

  it('that services made for their work are theirs', async () => {
    const found = await readWith(
      'dynamodb.ap-east-1.amazonaws.com',
      'arn:aws:iam::200000000004:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS',
      'arn:aws:sts::200000000004:assumed-role/aws:ec2-infrastructure/i-1',
      'arn:aws:sts::200000000004:assumed-role/Function/session',
    );
    expect(found).toEqual([]);
  });

  it.each([
    'arn:aws:iam::999999999999:root',
    'arn:aws:iam::999999999999:role/aws-service-role/rds.amazonaws.com/AWSServiceRoleForRDS',
    'arn:aws:iam::200000000004:user/somebody',
    'AIDAEXAMPLE',
  ])('let %s use the key beside its policy', async (grantee) => {
    expect(await readWith(grantee)).toEqual([
      expect.objectContaining({
        kind: 'unmanaged',
        type: 'AWS::KMS::Grant',
        name: `grant-0 of Key: Decrypt, CreateGrant for ${grantee}`,
      }),
    ]);
  });

  it('are unknown where AWS does not list them', async () => {
    await readWith();
    kms.on(ListGrantsCommand).rejects(named('AccessDeniedException'));
    expect(await account.read({ resources })).toMatchObject([{ kind: 'unread', logicalId: 'Key' }]);
  });
});

describe('a detector', () => {
  const feature = (Status: 'ENABLED' | 'DISABLED') => ({
    Name: 'RUNTIME_MONITORING' as const,
    Status,
    AdditionalConfiguration: [{ Name: 'EC2_AGENT_MANAGEMENT' as const, Status: 'ENABLED' as const }],
  });
  const Properties = {
    Enable: true,
    FindingPublishingFrequency: 'FIFTEEN_MINUTES' as const,
    Features: [feature('ENABLED')],
  };
  const readWith = (detector: object) => {
    guardDuty.on(GetDetectorCommand).resolves({ ...Properties, Status: 'ENABLED', ServiceRole: 'role', ...detector });
    return account.read({ resources: { Detector: { Type: 'AWS::GuardDuty::Detector', Properties } } });
  };

  it('watches as designed, and what AWS added since does not count', async () => {
    const added = { Name: 'S3_DATA_EVENTS' as const, Status: 'DISABLED' as const, UpdatedAt: new Date(0) };
    expect(await readWith({ Features: [added, feature('ENABLED')] })).toEqual([]);
  });

  it.each([
    ['Enable', { Status: 'DISABLED' }],
    ['FindingPublishingFrequency', { FindingPublishingFrequency: 'SIX_HOURS' }],
    ['Features', { Features: [feature('DISABLED')] }],
    ['Features', { Features: [] }],
  ])('differs in %s', async (property, detector) => {
    expect(await readWith(detector)).toMatchObject([{ kind: 'differs', property }]);
  });

  it('was taken away', async () => {
    const gone = Object.assign(
      new Error('The request is rejected because the input detectorId is not owned by the current account.'),
      {
        name: 'BadRequestException',
      },
    );
    guardDuty.on(GetDetectorCommand).rejects(gone);
    const found = await account.read({ resources: { Detector: { Type: 'AWS::GuardDuty::Detector', Properties } } });
    expect(found).toMatchObject([{ kind: 'missing', logicalId: 'Detector' }]);
  });
});
