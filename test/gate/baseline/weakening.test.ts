import { gate } from '../../../lib/gate';
import { profileById } from '../../../lib/profiles';
import { template } from '../support/databases';
import { Scratch } from '../support/scratch';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const CHANGES = [
  'encryption-weakened',
  'flow-opened',
  'guardrail-loosened',
  'key-rotation-weakened',
  'logging-dropped',
  'marker-kept',
  'policy-broadened',
  'protection-removed',
  'retention-shortened',
];

let count = 0;

/** What a change of resources weakens: rule, status, logical id and property. */
async function weakened(before: object, after: object, more: object = {}): Promise<string[]> {
  count += 1;
  const baseline = scratch.write(`${count}/before.json`, template(before, more));
  const inputs = [scratch.write(`${count}/after.json`, template(after, more))];
  const { findings } = await gate({ inputs, baseline, profile: profileById('hk-s17') });
  return findings
    .filter(({ rule }) => CHANGES.includes(rule))
    .map(({ rule, status, logicalId, property = '' }) => `${rule} ${status} ${logicalId} ${property}`.trim());
}

const of = (Type: string, Properties: object = {}, more: object = {}) => ({ Type, Properties, ...more });
const bucket = (Properties: object, more: object = {}) => ({ B: of('AWS::S3::Bucket', Properties, more) });
const group = (rules: readonly object[], egress?: readonly object[]) => ({
  G: of('AWS::EC2::SecurityGroup', {
    SecurityGroupIngress: rules,
    SecurityGroupEgress: egress ?? [{ IpProtocol: '-1', CidrIp: '127.0.0.1/32' }],
  }),
});
const tcp = (port: number, CidrIp: string) => ({ IpProtocol: 'tcp', FromPort: port, ToPort: port, CidrIp });
const policy = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });
const bucketPolicy = (...statements: readonly object[]) => ({
  ...bucket({}),
  P: of('AWS::S3::BucketPolicy', { Bucket: { Ref: 'B' }, PolicyDocument: policy(...statements) }),
});
const guardrail = (...statements: readonly object[]) => ({
  S: of('AWS::Organizations::Policy', {
    Type: 'SERVICE_CONTROL_POLICY',
    Content: policy(...statements),
    TargetIds: ['r-1', 'ou-2'],
  }),
});
const role = (...statements: readonly object[]) => ({
  R: of('AWS::IAM::ManagedPolicy', { PolicyDocument: policy(...statements) }),
});
const allow = (Action: string | readonly string[], Resource: string, more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const deny = (Action: string | readonly string[], more: object = {}) => ({
  Effect: 'Deny',
  Action,
  Resource: '*',
  ...more,
});
const regions = (...list: readonly string[]) => ({ Condition: { StringNotEquals: { 'aws:RequestedRegion': list } } });
const toOne = { Principal: { AWS: 'arn:aws:iam::111111111111:root' } };

describe('a weakening is', () => {
  it.each<[string, object, object, string[]]>([
    [
      'protection removed',
      bucket({ PublicAccessBlockConfiguration: { BlockPublicAcls: true } }),
      bucket({}),
      ['protection-removed fail B Properties.PublicAccessBlockConfiguration'],
    ],
    [
      'protection turned off',
      bucket({ PublicAccessBlockConfiguration: { BlockPublicAcls: true } }),
      bucket({ PublicAccessBlockConfiguration: { BlockPublicAcls: 'false' } }),
      ['protection-removed fail B Properties.PublicAccessBlockConfiguration.BlockPublicAcls'],
    ],
    [
      'versions suspended',
      bucket({ VersioningConfiguration: { Status: 'Enabled' } }),
      bucket({ VersioningConfiguration: { Status: 'Suspended' } }),
      ['protection-removed fail B Properties.VersioningConfiguration.Status'],
    ],
    [
      'data no longer kept on removal',
      bucket({}, { DeletionPolicy: 'Retain' }),
      bucket({}, { DeletionPolicy: 'Delete' }),
      ['protection-removed fail B DeletionPolicy'],
    ],
    [
      'retention shortened',
      { L: of('AWS::Logs::LogGroup', { RetentionInDays: 365 }) },
      { L: of('AWS::Logs::LogGroup', { RetentionInDays: 30 }) },
      ['retention-shortened fail L Properties.RetentionInDays'],
    ],
    [
      'retention that was without end shortened',
      { L: of('AWS::Logs::LogGroup') },
      { L: of('AWS::Logs::LogGroup', { RetentionInDays: 365 }) },
      ['retention-shortened fail L Properties.RetentionInDays'],
    ],
    [
      'backups kept for a shorter time',
      { D: of('AWS::RDS::DBInstance', { BackupRetentionPeriod: 14 }) },
      { D: of('AWS::RDS::DBInstance', { BackupRetentionPeriod: '7' }) },
      ['retention-shortened fail D Properties.BackupRetentionPeriod'],
    ],
    [
      'logging dropped',
      bucket({ LoggingConfiguration: { DestinationBucketName: 'logs' } }),
      bucket({}),
      ['logging-dropped fail B Properties.LoggingConfiguration'],
    ],
    [
      'a trail stopped',
      { T: of('AWS::CloudTrail::Trail', { IsLogging: true, S3BucketName: 'b' }) },
      { T: of('AWS::CloudTrail::Trail', { IsLogging: false, S3BucketName: 'b' }) },
      ['logging-dropped fail T Properties.IsLogging'],
    ],
    [
      'a flow log removed from a network that stays',
      {
        V: of('AWS::EC2::VPC'),
        F: of('AWS::EC2::FlowLog', { ResourceId: { Ref: 'V' }, ResourceType: 'VPC', TrafficType: 'ALL' }),
      },
      { V: of('AWS::EC2::VPC') },
      ['logging-dropped fail F'],
    ],
    [
      'a detector removed beside one of the same content, which was there before',
      { D: of('AWS::GuardDuty::Detector', { Enable: true }), E: of('AWS::GuardDuty::Detector', { Enable: true }) },
      { D: of('AWS::GuardDuty::Detector', { Enable: true }) },
      ['protection-removed fail E'],
    ],
    [
      'two detectors gone where one came by another name',
      { D: of('AWS::GuardDuty::Detector', { Enable: true }), E: of('AWS::GuardDuty::Detector', { Enable: true }) },
      { F: of('AWS::GuardDuty::Detector', { Enable: true }) },
      ['protection-removed fail E'],
    ],
    [
      'the rotation of a key turned off',
      { K: of('AWS::KMS::Key', { EnableKeyRotation: true }) },
      { K: of('AWS::KMS::Key', {}) },
      ['key-rotation-weakened fail K Properties.EnableKeyRotation'],
    ],
    [
      'a secret rotated less often',
      {
        S: of('AWS::SecretsManager::RotationSchedule', {
          SecretId: 'x',
          RotationRules: { AutomaticallyAfterDays: 30 },
        }),
      },
      {
        S: of('AWS::SecretsManager::RotationSchedule', {
          SecretId: 'x',
          RotationRules: { AutomaticallyAfterDays: 300 },
        }),
      },
      ['key-rotation-weakened fail S Properties.RotationRules.AutomaticallyAfterDays'],
    ],
    [
      'encryption by another’s key',
      { T: of('AWS::SNS::Topic', { KmsMasterKeyId: 'alias/x' }) },
      { T: of('AWS::SNS::Topic') },
      ['encryption-weakened fail T Properties.KmsMasterKeyId'],
    ],
    [
      'an older TLS',
      {
        D: of('AWS::CloudFront::Distribution', {
          DistributionConfig: { ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' } },
        }),
      },
      {
        D: of('AWS::CloudFront::Distribution', {
          DistributionConfig: { ViewerCertificate: { MinimumProtocolVersion: 'TLSv1' } },
        }),
      },
      ['encryption-weakened fail D Properties.DistributionConfig.ViewerCertificate.MinimumProtocolVersion'],
    ],
    [
      'an open port',
      group([tcp(443, '10.0.0.0/8')]),
      group([tcp(443, '10.0.0.0/8'), tcp(22, '10.1.0.0/16')]),
      ['flow-opened fail G Properties.SecurityGroupIngress.1'],
    ],
    [
      'a wider source',
      group([tcp(443, '10.0.0.0/8')]),
      group([tcp(443, '0.0.0.0/0')]),
      ['flow-opened fail G Properties.SecurityGroupIngress.0'],
    ],
    [
      'a rule beside the group',
      group([tcp(443, '10.0.0.0/8')]),
      {
        ...group([tcp(443, '10.0.0.0/8')]),
        I: of('AWS::EC2::SecurityGroupIngress', {
          GroupId: { 'Fn::GetAtt': ['G', 'GroupId'] },
          ...tcp(22, '10.0.0.0/8'),
        }),
      },
      ['flow-opened fail I Properties'],
    ],
    [
      'a route to the internet',
      { T: of('AWS::EC2::RouteTable', { VpcId: 'v' }) },
      {
        T: of('AWS::EC2::RouteTable', { VpcId: 'v' }),
        R: of('AWS::EC2::Route', { RouteTableId: { Ref: 'T' }, DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-1' }),
      },
      ['flow-opened fail R Properties'],
    ],
    [
      'a public address',
      { D: of('AWS::RDS::DBInstance', { PubliclyAccessible: false }) },
      { D: of('AWS::RDS::DBInstance', { PubliclyAccessible: true }) },
      ['flow-opened fail D Properties.PubliclyAccessible'],
    ],
    [
      'a policy opened to everybody',
      bucketPolicy(allow('s3:GetObject', '*', toOne)),
      bucketPolicy(allow('s3:GetObject', '*', { Principal: '*' })),
      ['policy-broadened fail P Properties.PolicyDocument.Statement.0'],
    ],
    [
      'a condition dropped',
      bucketPolicy(
        allow('s3:GetObject', '*', { ...toOne, Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
      ),
      bucketPolicy(allow('s3:GetObject', '*', toOne)),
      ['policy-broadened fail P Properties.PolicyDocument.Statement.0'],
    ],
    [
      'a denial dropped from a policy of a resource',
      bucketPolicy(allow('s3:GetObject', '*', toOne), deny('s3:*', { Principal: '*' })),
      bucketPolicy(allow('s3:GetObject', '*', toOne)),
      ['guardrail-loosened fail P Properties.PolicyDocument'],
    ],
    [
      'rights of an identity to everything',
      role(allow('s3:GetObject', 'arn:aws:s3:::b/*')),
      role(allow('s3:GetObject', 'arn:aws:s3:::b/*'), allow('s3:*', '*')),
      ['policy-broadened fail R Properties.PolicyDocument.Statement.1'],
    ],
    [
      'a statement dropped from a guardrail',
      guardrail(deny('cloudtrail:StopLogging'), deny('kms:ScheduleKeyDeletion')),
      guardrail(deny('cloudtrail:StopLogging')),
      ['guardrail-loosened fail S Properties.Content'],
    ],
    [
      'an exception added to a guardrail',
      guardrail({ Effect: 'Deny', NotAction: ['iam:*'], Resource: '*', ...regions('ap-east-1') }),
      guardrail({ Effect: 'Deny', NotAction: ['iam:*', 'ec2:*'], Resource: '*', ...regions('ap-east-1') }),
      ['guardrail-loosened fail S Properties.Content'],
    ],
    [
      'a region added to a guardrail',
      guardrail(deny('*', regions('ap-east-1'))),
      guardrail(deny('*', regions('ap-east-1', 'us-east-1'))),
      ['guardrail-loosened fail S Properties.Content'],
    ],
    ['a guardrail removed', { ...guardrail(deny('*')), ...bucket({}) }, bucket({}), ['guardrail-loosened fail S']],
  ])('%s', async (_, before, after, expected) => {
    expect(await weakened(before, after)).toEqual(expected);
  });

  it('unknown where the new value is', async () => {
    const open = { Parameters: { Days: { Type: 'Number' } } };
    const after = { L: of('AWS::Logs::LogGroup', { RetentionInDays: { Ref: 'Days' } }) };
    expect(await weakened({ L: of('AWS::Logs::LogGroup', { RetentionInDays: 365 }) }, after, open)).toEqual([
      'retention-shortened unknown L Properties.RetentionInDays',
    ]);
  });
});

describe('no weakening is', () => {
  it.each<[string, object, object]>([
    ['nothing changed', bucketPolicy(deny('s3:*', { Principal: '*' })), bucketPolicy(deny('s3:*', { Principal: '*' }))],
    ['protection added', bucket({}), bucket({ PublicAccessBlockConfiguration: { BlockPublicAcls: true } })],
    [
      'longer retention',
      { L: of('AWS::Logs::LogGroup', { RetentionInDays: 30 }) },
      { L: of('AWS::Logs::LogGroup', {}) },
    ],
    ['a narrower source', group([tcp(443, '10.0.0.0/8')]), group([tcp(443, '10.1.0.0/16')])],
    [
      'rules in another order',
      group([tcp(1, '10.0.0.0/8'), tcp(2, '10.0.0.0/8')]),
      group([tcp(2, '10.0.0.0/8'), tcp(1, '10.0.0.0/8')]),
    ],
    [
      'a region taken from a guardrail',
      guardrail(deny('*', regions('ap-east-1', 'us-east-1'))),
      guardrail(deny('*', regions('ap-east-1'))),
    ],
    ['a wider denial', guardrail(deny(['s3:PutObject', 's3:GetObject'])), guardrail(deny('s3:*'))],
    ['a denial split in two', guardrail(deny(['a:B', 'c:D'])), guardrail(deny('a:B'), deny('c:D'))],
    [
      'rights to one more thing',
      role(allow('s3:GetObject', 'arn:aws:s3:::a')),
      role(allow('s3:GetObject', 'arn:aws:s3:::a'), allow('s3:GetObject', 'arn:aws:s3:::b')),
    ],
    [
      'a network removed with its flow log',
      { V: of('AWS::EC2::VPC'), F: of('AWS::EC2::FlowLog', { ResourceId: { Ref: 'V' } }), ...bucket({}) },
      bucket({}),
    ],
    [
      'a trail by another name',
      { T1: of('AWS::CloudTrail::Trail', { S3BucketName: 'b' }) },
      { T2: of('AWS::CloudTrail::Trail', { S3BucketName: 'b' }) },
    ],
    [
      'a hash that changed',
      { KeyAAAA0001: of('AWS::KMS::Key', { EnableKeyRotation: true }) },
      { KeyBBBB0002: of('AWS::KMS::Key', { EnableKeyRotation: true }) },
    ],
    ['another thing', { A: of('AWS::KMS::Key', { EnableKeyRotation: true }) }, { B: of('AWS::KMS::Key', {}) }],
  ])('%s', async (_, before, after) => {
    expect(await weakened(before, after)).toEqual([]);
  });
});

const marked = (account: string) => ({
  Metadata: {
    Lionrock: {
      marker: {
        landingZone: 'lz',
        profile: 'hk-s17',
        deploymentModel: 'public',
        account,
        classification: 'RESTRICTED',
        personalData: false,
        systemTier: 1,
        capability: 'network',
      },
    },
  },
});

it('a marker that is lost is a finding', async () => {
  const baseline = scratch.write('marker/before.json', template(bucket({}), marked('portal')));
  const inputs = [scratch.write('marker/after.json', template(bucket({})))];
  const { findings } = await gate({ inputs, baseline, profile: profileById('hk-s17') });
  expect(findings.filter(({ rule }) => rule === 'marker-kept')).toMatchObject([
    { status: 'fail', control: 'GOV-01', evidence: { expected: 'the marker of portal/network' }, baselineState: 'new' },
  ]);
});
