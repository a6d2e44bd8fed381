import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  aws_backup as backup,
  aws_dynamodb as dynamodb,
  aws_kms as kms,
  aws_s3 as s3,
  aws_secretsmanager as secrets,
  CfnParameter,
  CfnResource,
  Fn,
  Stack,
} from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import { problemsOf, temporaryApp, BOUNDARY } from './support';
import { ResidencyBoundary } from '../../../constructs/residency';

const VAULT = (region: string) => `arn:aws:backup:${region}:123456789012:backup-vault:copies`;
const plan = (DestinationBackupVaultArn: unknown) => ({
  BackupPlan: { BackupPlanRule: [{ CopyActions: [{ DestinationBackupVaultArn }] }] },
});
const replicate = (Bucket: unknown) => ({ ReplicationConfiguration: { Rules: [{ Destination: { Bucket } }] } });
const HONG_KONG = { env: { account: '123456789012', region: 'ap-east-1' } };
const own = { Ref: 'AWS::Region' };
const noValue = { Ref: 'AWS::NoValue' };

/** Type, properties, and what the one problem says; an empty list where there is none. */
const CASES: [type: string, properties: Record<string, unknown>, problem: RegExp | []][] = [
  ['AWS::KMS::Key', { MultiRegion: true }, /expected false, found true.*RES-04/],
  ['AWS::KMS::Key', { MultiRegion: 'true' }, /expected false/],
  ['AWS::KMS::Key', { MultiRegion: { 'Fn::If': ['Flag', true, false] } }, /expected false/],
  ['AWS::KMS::Key', { MultiRegion: false }, []],
  ['AWS::KMS::Key', {}, []],
  ['AWS::KMS::ReplicaKey', {}, /spans regions or leaves them.*RES-04/],
  ['AWS::SecretsManager::Secret', { ReplicaRegions: [{ Region: 'us-east-1' }] }, /found us-east-1.*ap-east-1.*RES-05/],
  ['AWS::SecretsManager::Secret', { ReplicaRegions: [{ Region: 'ap-east-2' }] }, /found ap-east-2/],
  ['AWS::SecretsManager::Secret', { ReplicaRegions: [{ Region: own }] }, []],
  [
    'AWS::SecretsManager::Secret',
    { ReplicaRegions: { 'Fn::If': ['F', [{ Region: 'us-east-1' }], noValue] } },
    /found us-east-1/,
  ],
  ['AWS::SecretsManager::Secret', { ReplicaRegions: noValue }, []],
  ['AWS::Backup::BackupPlan', plan(VAULT('ap-southeast-1')), /found arn:aws:backup:ap-southeast-1.*RES-06/],
  ['AWS::Backup::BackupPlan', plan(VAULT('ap-east-1')), []],
  ['AWS::Backup::BackupPlan', plan({ 'Fn::Sub': VAULT('${AWS::Region}') }), []],
  ['AWS::Backup::BackupPlan', plan({ 'Fn::Sub': VAULT('us-west-2') }), /found arn:aws:backup:us-west-2/],
  ['AWS::Backup::BackupPlan', plan({ 'Fn::Join': [':', ['arn:aws:backup', own, '1:backup-vault:v']] }), []],
  ['AWS::Backup::BackupPlan', plan({ Ref: 'Unknown' }), /whose region is unknown/],
  ['AWS::Backup::BackupPlan', plan({ 'Fn::ImportValue': 'vault-of-this-region' }), []],
  ['AWS::DynamoDB::GlobalTable', { Replicas: [{ Region: own }] }, []],
  ['AWS::DynamoDB::GlobalTable', { Replicas: [{ Region: own }, { Region: 'eu-west-1' }] }, /found eu-west-1.*RES-03/],
  ['AWS::S3::Bucket', replicate('arn:aws:s3:::somewhere'), /found arn:aws:s3:::somewhere/],
  ['AWS::S3::Bucket', replicate('arn:aws:s3:::known-bucket'), []],
  ['AWS::S3::Bucket', replicate({ 'Fn::GetAtt': ['Other', 'Arn'] }), []],
  ['AWS::S3::Bucket', replicate({ 'Fn::GetAtt': ['Missing', 'Arn'] }), /whose region is unknown/],
  ['AWS::S3::Bucket', { AccelerateConfiguration: { AccelerationStatus: 'Enabled' } }, /no acceleration.*RES-09/],
  [
    'AWS::ECR::ReplicationConfiguration',
    { ReplicationConfiguration: { Rules: [{ Destinations: [{ Region: 'us-east-1' }] }] } },
    /RES-07/,
  ],
  ['AWS::RDS::DBInstance', { SourceDBInstanceIdentifier: 'primary' }, []],
  [
    'AWS::RDS::DBInstance',
    { SourceDBInstanceIdentifier: 'arn:aws:rds:us-east-1:1:db:primary' },
    /found arn:aws:rds:us-east-1/,
  ],
  ['AWS::RDS::DBInstance', { AutomaticBackupReplicationRegion: 'us-east-1' }, /RES-06/],
  ['AWS::RDS::DBCluster', { GlobalClusterIdentifier: 'world' }, /spans regions/],
  ['AWS::RDS::GlobalCluster', {}, /spans regions/],
  ['AWS::EC2::TransitGatewayPeeringAttachment', { PeerRegion: 'us-east-1' }, /RES-11/],
  ['AWS::EC2::VPCPeeringConnection', { PeerRegion: own }, []],
  ['AWS::EC2::Subnet', { AvailabilityZone: 'ap-east-1a' }, []],
  ['AWS::EC2::Subnet', { AvailabilityZone: 'us-east-1-lax-1a' }, /RES-12/],
  ['AWS::EC2::Subnet', { AvailabilityZone: { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] } }, []],
  ['AWS::CloudFront::Distribution', {}, /RES-09/],
  ['AWS::ApiGateway::RestApi', {}, /expected REGIONAL or PRIVATE, found nothing/],
  ['AWS::ApiGateway::RestApi', { EndpointConfiguration: { Types: ['EDGE'] } }, /found "EDGE"/],
  ['AWS::ApiGateway::RestApi', { EndpointConfiguration: { Types: ['PRIVATE'] } }, []],
];

const templateFile = join(mkdtempSync(join(tmpdir(), 'lionrock-included-')), 'template.json');
writeFileSync(templateFile, JSON.stringify({ Resources: { World: { Type: 'AWS::RDS::GlobalCluster' } } }));
afterAll(() => rmSync(dirname(templateFile), { recursive: true, force: true }));

describe('settings that cross the boundary', () => {
  it.each(CASES)('%s %j', (type, properties, problem) => {
    const problems = problemsOf(
      (stack) => {
        new CfnResource(stack, 'Resource', { type, properties });
        new CfnResource(stack, 'Other', { type: 'AWS::S3::Bucket' });
      },
      { knownBuckets: ['known-bucket'] },
    );
    expect(problems).toEqual([problem].flat().map((pattern) => expect.stringMatching(pattern)));
  });

  it.each<[string, (stack: Stack) => void]>([
    ['an L2 construct', (stack) => new secrets.Secret(stack, 'S', { replicaRegions: [{ region: 'us-east-1' }] })],
    [
      'a replicated table',
      (stack) =>
        new dynamodb.TableV2(stack, 'T', {
          partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
          replicas: [{ region: 'us-east-1' }],
        }),
    ],
    ['an L1 construct', (stack) => new kms.CfnKey(stack, 'K', { keyPolicy: {}, multiRegion: true })],
    [
      'a property override',
      (stack) => new kms.CfnKey(stack, 'K', { keyPolicy: {} }).addPropertyOverride('MultiRegion', true),
    ],
    [
      'a raw override',
      (stack) => new CfnResource(stack, 'R', { type: 'AWS::S3::Bucket' }).addOverride('Type', 'AWS::KMS::ReplicaKey'),
    ],
    ['an included template', (stack) => new CfnInclude(stack, 'Included', { templateFile })],
    [
      'a parameter',
      (stack) =>
        new CfnResource(stack, 'V', {
          type: 'AWS::EC2::VPCPeeringConnection',
          properties: { PeerRegion: new CfnParameter(stack, 'P').valueAsString },
        }),
    ],
  ])('are found in %s', (_, build) => {
    expect(problemsOf(build)).toHaveLength(1);
  });

  it('lets the normal form of the same constructs pass', () => {
    const problems = problemsOf((stack) => {
      new kms.Key(stack, 'Key');
      new secrets.Secret(stack, 'Secret');
      new dynamodb.TableV2(stack, 'Table', { partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING } });
      const vault = new backup.BackupVault(stack, 'Vault');
      backup.BackupPlan.daily35DayRetention(stack, 'Plan', vault);
    });
    expect(problems).toEqual([]);
  });

  it('knows the buckets of other stacks of the app by their names', () => {
    const app = temporaryApp();
    const home = new Stack(app, 'Home', HONG_KONG);
    const source = new Stack(app, 'Source', HONG_KONG);
    new s3.Bucket(home, 'Copies', { bucketName: 'copies-in-hong-kong' });
    new CfnResource(source, 'Originals', {
      type: 'AWS::S3::Bucket',
      properties: replicate(Fn.join('', ['arn:', Fn.ref('AWS::Partition'), ':s3:::copies-in-hong-kong'])),
    });
    expect(ResidencyBoundary.of(app, BOUNDARY).problems()).toEqual([]);
    expect(ResidencyBoundary.of(source, BOUNDARY).problems()).toHaveLength(1);
  });
});
