import { App, CfnResource, Stack, aws_kms as kms, aws_s3 as s3 } from 'aws-cdk-lib';
import { ArchiveBucket, EncryptedLogGroup } from '../constructs/logging';
import { DepartmentKey } from '../constructs/keys';
import { QueryLogs, ZonedVpc } from '../constructs/network';
import { DatasetBucket } from '../constructs/workloads';
import { unacknowledged } from './support/compliance';
import { ownFindings } from './support/findings';

/**
 * The net under the constructs: what a person can still break in a CDK app is found in the synthesized template, by our
 * rules and, where it has one, by cdk-nag.
 */
function compliantStack() {
  const stack = new Stack(new App(), 'Test', { env: { account: '111111111111', region: 'ap-east-1' } });
  const key = new DepartmentKey(stack, 'Key', {
    department: 'office',
    purpose: 'data',
    classification: 'UNCLASSIFIED',
    administrators: ['key-administrator'],
    breakGlassRoles: ['break-glass'],
  });
  const accessLogBucketName = 'office-access-logs';
  const dataset = new DatasetBucket(stack, 'Data', { encryptionKey: key, accessLogBucketName });
  const logs = new EncryptedLogGroup(stack, 'Logs', { encryptionKey: key, retentionDays: 400 });
  const network = new ZonedVpc(stack, 'Network', {
    cidr: '10.64.0.0/20',
    availabilityZones: ['ap-east-1a', 'ap-east-1b'],
    zones: [{ name: 'data', subnets: ['10.64.0.0/24', '10.64.1.0/24'] }],
    flowLogs: { archiveBucketArn: 'arn:aws:s3:::zone-222222222222-network' },
  });
  new QueryLogs(stack, 'Queries', { vpcId: network.vpcId, destinationArn: 'arn:aws:s3:::zone-222222222222-network' });
  const archive = new ArchiveBucket(stack, 'Archive', {
    encryptionKey: key,
    retentionDays: 400,
    accessLogs: s3.Bucket.fromBucketName(stack, 'AccessLogs', accessLogBucketName),
  });
  return { stack, key, dataset, logs, network, archive };
}

type Built = ReturnType<typeof compliantStack>;

function l1(scope: { node: { findAll(): unknown[] } }, type: string): CfnResource {
  const found = scope.node
    .findAll()
    .find((node): node is CfnResource => node instanceof CfnResource && node.cfnResourceType === type);
  if (!found) throw new Error(`no ${type} below`);
  return found;
}

/** What is broken, and the rule of ours that must see it. */
const WEAKENINGS: readonly (readonly [string, (built: Built) => void, string])[] = [
  ['key rotation off', ({ key }) => l1(key, 'AWS::KMS::Key').addPropertyOverride('EnableKeyRotation', false), 'key'],
  [
    'bucket encryption deleted',
    ({ dataset }) => l1(dataset, 'AWS::S3::Bucket').addPropertyDeletionOverride('BucketEncryption'),
    'bucket',
  ],
  [
    'a public access block lifted',
    ({ dataset }) =>
      l1(dataset, 'AWS::S3::Bucket').addPropertyOverride('PublicAccessBlockConfiguration.BlockPublicAcls', false),
    'bucket',
  ],
  [
    'versions no longer kept',
    ({ dataset }) => l1(dataset, 'AWS::S3::Bucket').addPropertyDeletionOverride('VersioningConfiguration'),
    'bucket',
  ],
  [
    'access no longer logged',
    ({ dataset }) => l1(dataset, 'AWS::S3::Bucket').addPropertyDeletionOverride('LoggingConfiguration'),
    'bucket',
  ],
  [
    'a log group without its key',
    ({ logs }) => l1(logs, 'AWS::Logs::LogGroup').addPropertyDeletionOverride('KmsKeyId'),
    'log-group',
  ],
  [
    'logs kept for a week',
    ({ logs }) => l1(logs, 'AWS::Logs::LogGroup').addPropertyOverride('RetentionInDays', 7),
    'log-group',
  ],
  [
    'flow logs of refused traffic only',
    ({ network }) => l1(network, 'AWS::EC2::FlowLog').addPropertyOverride('TrafficType', 'REJECT'),
    'flow-log',
  ],
  [
    'public addresses in a zone',
    ({ network }) => l1(network, 'AWS::EC2::Subnet').addPropertyOverride('MapPublicIpOnLaunch', true),
    'subnet',
  ],
];

describe('the net under the constructs', () => {
  const before = ownFindings(compliantStack().stack);

  test('lets the unbroken stack through', () => {
    expect(before.filter((line) => line.startsWith('fail'))).toEqual([]);
    expect(unacknowledged(compliantStack().stack)).toEqual([]);
  });

  test.each(WEAKENINGS)('%s', (_, weaken, about) => {
    const built = compliantStack();
    weaken(built);
    const found = ownFindings(built.stack).filter((line) => line.startsWith('fail') && !before.includes(line));
    expect(found).not.toEqual([]);
    expect(found.join()).toContain(about);
  });

  test('sees a raw resource, which the rules of cdk-nag do not', () => {
    const { stack } = compliantStack();
    new CfnResource(stack, 'Raw', { type: 'AWS::S3::Bucket', properties: { AccessControl: 'PublicRead' } });
    expect(ownFindings(stack).filter((line) => line.startsWith('fail') && line.endsWith('at Raw'))).not.toEqual([]);
    expect(unacknowledged(stack).filter((line) => line.endsWith('at Test/Raw'))).not.toEqual([]);
  });

  test('sees an override with cdk-nag’s rules as well', () => {
    const { stack, dataset } = compliantStack();
    l1(dataset, 'AWS::S3::Bucket').addPropertyDeletionOverride('LoggingConfiguration');
    expect(unacknowledged(stack)).toContain('AwsSolutions-S1 at Test/Data/Bucket/Resource');
  });

  test('a key that CDK makes by itself is not like ours', () => {
    const stack = new Stack(new App(), 'Plain');
    new kms.Key(stack, 'Key');
    expect(ownFindings(stack).filter((line) => line.startsWith('fail'))).not.toEqual([]);
  });
});
