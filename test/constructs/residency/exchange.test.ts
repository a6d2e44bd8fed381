import { generateKeyPairSync } from 'node:crypto';
import {
  aws_ec2 as ec2,
  aws_kms as kms,
  aws_s3 as s3,
  aws_secretsmanager as secretsmanager,
  aws_sns as sns,
  Stack,
} from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import {
  CrossBoundaryExchange,
  type CrossBoundaryExchangeProps,
  type ExchangeDelivery,
} from '../../../constructs/residency';
import { residencyExchangeExample } from '../../../examples/a-la-carte/residency-exchange';
import { profileById, type Profile } from '../../../lib/profiles';
import { unacknowledged } from '../../support/compliance';
import { temporaryApp } from './support';

const PEM = String(
  generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' }),
);
const TRANSFER = {
  id: 'directory',
  data: 'Public directory',
  classification: 'UNCLASSIFIED',
  from: 'ap-east-1',
  to: 'files.example.mo',
  mechanism: 'AWS Transfer Family',
  legalBasis: 'Consent of the department',
  approver: 'DITSO',
  start: '2026-01-01',
  expires: '2026-12-31',
};

function build(change: (stack: Stack) => Partial<CrossBoundaryExchangeProps> = () => ({})): Stack {
  const stack = new Stack(temporaryApp(), 'Test', { env: { account: '110000000051', region: 'ap-east-1' } });
  const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
    vpcId: 'vpc-1',
    availabilityZones: ['ap-east-1a', 'ap-east-1b'],
    isolatedSubnetIds: ['subnet-1', 'subnet-2'],
  });
  const logKey = new kms.Key(stack, 'LogKey', { enableKeyRotation: true });
  new CrossBoundaryExchange(stack, 'Exchange', {
    profile: profileById('hk-s17'),
    transfer: TRANSFER,
    today: '2026-11-26',
    custody: { department: 'directory', administrators: ['key-administrator'], breakGlassRoles: ['break-glass'] },
    senders: ['editor'],
    approvers: ['release-officer'],
    recipientKey: PEM,
    delivery: { ...web(stack), by: 'https' },
    placement: { vpc, subnets: vpc.isolatedSubnets, securityGroups: [] },
    accessLogBucket: s3.Bucket.fromBucketName(stack, 'AccessLogs', 'access-logs'),
    topic: sns.Topic.fromTopicArn(stack, 'Alerts', 'arn:aws:sns:ap-east-1:110000000051:alerts'),
    logKey,
    ...change(stack),
  });
  return stack;
}

function web(stack: Stack, host = 'files.example.mo') {
  const secret = 'arn:aws:secretsmanager:ap-east-1:110000000051:secret:exchange-AbCdEf';
  return {
    host,
    folder: '/in',
    credentials: secretsmanager.Secret.fromSecretCompleteArn(stack, 'Credentials', secret),
    credentialsKey: kms.Key.fromKeyArn(stack, 'CredentialsKey', 'arn:aws:kms:ap-east-1:110000000051:key/1'),
  };
}

const sftp = (stack: Stack, trustedHostKeys: readonly string[] = ['ssh-ed25519 AAAA']): ExchangeDelivery => ({
  ...web(stack),
  by: 'sftp',
  trustedHostKeys,
});

/** The example: by SFTP. */
const stack = residencyExchangeExample(temporaryApp());
const template = Template.fromStack(stack);

/** Statements of a bucket's policy by their names. */
function refusals(of: Template, path: string): Readonly<Record<string, { Action: unknown; Condition: unknown }>> {
  const policies = Object.entries(of.findResources('AWS::S3::BucketPolicy'));
  const [, policy] = policies.find(([id]) => id.includes(path)) ?? [];
  const statements: { Sid?: string; Action: unknown; Condition: unknown }[] =
    policy?.Properties.PolicyDocument.Statement;
  return Object.fromEntries(statements.map((statement) => [statement.Sid ?? '', statement]));
}

describe('CrossBoundaryExchange', () => {
  test('makes these resources', () => {
    const types = Object.values(template.toJSON().Resources as Record<string, { Type: string }>).map(
      ({ Type }) => Type,
    );
    const counts = new Map<string, number>();
    for (const type of types.toSorted()) counts.set(type, (counts.get(type) ?? 0) + 1);
    expect(Object.fromEntries(counts)).toMatchSnapshot();
  });

  test('claims its transfer', () => {
    expect(template.toJSON().Metadata.Lionrock.transfers).toMatchObject([{ id: 'directory-to-macao' }]);
  });

  test('has what is handed in scanned, and lets nobody else say that it is clean', () => {
    template.hasResourceProperties('AWS::GuardDuty::MalwareProtectionPlan', {
      Actions: { Tagging: { Status: 'ENABLED' } },
      ProtectedResource: { S3Bucket: { ObjectPrefixes: ['inbox/'] } },
    });
    const { DenyForgedScans } = refusals(template, 'Staging');
    expect(DenyForgedScans).toMatchObject({
      Action: ['s3:PutObject', 's3:PutObjectTagging'],
      Condition: {
        ArnNotLike: { 'aws:PrincipalArn': [{ 'Fn::GetAtt': [expect.stringContaining('ScanRole'), 'Arn'] }] },
        'ForAnyValue:StringEquals': { 's3:RequestObjectTagKeys': ['GuardDutyMalwareScanStatus'] },
      },
    });
  });

  test('lets each role do its own part alone', () => {
    const found = refusals(template, 'Staging');
    const role = (name: string) => {
      const arn = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:iam::110000000051:role/${name}`]] };
      return { ArnNotLike: { 'aws:PrincipalArn': [arn] } };
    };
    expect(found['DenyHandingInByOthers']?.Condition).toEqual(role('directory-editor'));
    expect(found['DenyApprovalByOthers']?.Condition).toEqual(role('directory-release-officer'));
    expect(found['DenyUnclassified']?.Condition).toEqual({
      StringNotEquals: { 's3:RequestObjectTag/lionrock:classification': 'UNCLASSIFIED' },
    });
    const signing = Object.values(template.findResources('AWS::KMS::Key')).find(
      ({ Properties }) => Properties.KeyUsage === 'SIGN_VERIFY',
    );
    expect(signing?.Properties.KeyPolicy.Statement).toContainEqual(
      expect.objectContaining({
        Sid: 'DenySigningByOthers',
        Effect: 'Deny',
        Action: 'kms:Sign',
        Condition: role('directory-release-officer'),
      }),
    );
  });

  test('records where nobody can remove anything', () => {
    const locked = template.findResources('AWS::S3::Bucket', {
      Properties: {
        ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'COMPLIANCE' } } },
        NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      },
    });
    expect(Object.keys(locked)).toHaveLength(1);
  });

  test('sends to the host of the transfer alone, known by its keys', () => {
    const [connector] = Object.values(template.findResources('AWS::Transfer::Connector'));
    expect(connector?.Properties).toMatchObject({
      Url: 'sftp://sftp.directory.example.mo',
      SftpConfig: { TrustedHostKeys: [expect.stringMatching(/^ssh-ed25519 /)] },
    });
  });

  test('by HTTPS reads the client’s certificate, by PrivateLink stays in AWS', () => {
    const https = Template.fromStack(build());
    https.resourceCountIs('AWS::Transfer::Connector', 0);
    const actions = Object.values(https.findResources('AWS::IAM::ManagedPolicy')).flatMap(({ Properties }) =>
      Properties.PolicyDocument.Statement.flatMap(({ Action }: { Action: string | string[] }) => Action),
    );
    expect(actions).toContain('secretsmanager:GetSecretValue');
    const linked = build((stack) => {
      const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Other', {
        vpcId: 'vpc-1',
        availabilityZones: ['ap-east-1a'],
        isolatedSubnetIds: ['subnet-9'],
      });
      const endpointZone = { vpc, subnets: vpc.isolatedSubnets, securityGroups: [] };
      return {
        delivery: {
          ...web(new Stack(stack, 'Nested')),
          by: 'private-link',
          serviceName: 'com.amazonaws.vpce.ap-east-1.vpce-svc-1',
          endpointZone,
        },
      };
    });
    Template.fromStack(linked).hasResourceProperties('AWS::EC2::VPCEndpoint', {
      PrivateDnsEnabled: true,
      SubnetIds: ['subnet-9'],
    });
    expect(unacknowledged(linked)).toEqual([]);
  });

  test.each<[string, (stack: Stack) => Partial<CrossBoundaryExchangeProps>, RegExp]>([
    [
      'a transfer that expired',
      () => ({ today: '2027-01-01' }),
      /"directory" expired on 2026-12-31; have it approved again/,
    ],
    ['a transfer that has not begun', () => ({ today: '2025-12-31' }), /begins on 2026-01-01/],
    [
      'an unknown classification',
      () => ({ transfer: { ...TRANSFER, classification: 'PUBLIC' } }),
      /found the classification "PUBLIC", expected one of UNCLASSIFIED/,
    ],
    ['somebody who approves their own', () => ({ approvers: ['editor'] }), /found editor, who also hand in/],
    ['nobody who approves', () => ({ approvers: [] }), /expected at least one role each/],
    [
      'another host',
      () => ({ transfer: { ...TRANSFER, to: 'other.example.mo' } }),
      /found the host "files\.example\.mo", expected "other\.example\.mo"/,
    ],
    [
      'a server that nobody would know',
      (stack) => ({ delivery: sftp(new Stack(stack, 'Nested'), []) }),
      /found no trustedHostKeys/,
    ],
    ['a weak key', () => ({ recipientKey: 'none' }), /expected an RSA public key of 2048 bits/],
    ['what does not fit into a function', () => ({ maxMiB: 200 }), /maxMiB: expected 1 to 100, found 200/],
    [
      'a region without the scanner',
      () => ({ profile: withoutScanner() }),
      /is not published in ap-east-1: nobody would look for malware; give the scannerRole/,
    ],
  ])('refuses %s', (_, change, message) => expect(() => build(change)).toThrow(message));

  test('takes a scanner of one’s own where the region has none', () => {
    const own = Template.fromStack(build(() => ({ profile: withoutScanner(), scannerRole: 'malware-scanner' })));
    own.resourceCountIs('AWS::GuardDuty::MalwareProtectionPlan', 0);
    own.hasResourceProperties('AWS::Events::Rule', { EventPattern: { source: ['lionrock.exchange.scanner'] } });
    const { DenyForgedScans } = refusals(own, 'Staging');
    expect(JSON.stringify(DenyForgedScans)).toContain('role/malware-scanner');
  });
});

function withoutScanner(): Profile {
  return { ...profileById('hk-s17'), absentTypes: { 'ap-east-1': new Set(['AWS::GuardDuty::MalwareProtectionPlan']) } };
}
