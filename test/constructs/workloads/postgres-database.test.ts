import { aws_ec2 as ec2, aws_iam as iam, RemovalPolicy } from 'aws-cdk-lib';
import { PostgresDatabase, type PostgresDatabaseProps } from '../../../constructs/workloads';
import { unacknowledged } from '../../support/compliance';
import { inventory, ofType, only, onlyResource, workbench } from './workbench';

function build(props: Partial<PostgresDatabaseProps> = {}) {
  const bench = workbench();
  const database = new PostgresDatabase(bench.stack, 'Db', {
    placement: bench.placement,
    encryptionKey: bench.key,
    ...props,
  });
  return { ...bench, database };
}

const INSTANCE = 'AWS::RDS::DBInstance';
const KEY = { 'Fn::ImportValue': expect.stringContaining('Key') };

describe('PostgresDatabase', () => {
  test('is compliant', () => {
    expect(unacknowledged(build().stack)).toEqual([]);
  });

  test('makes these resources', () => {
    expect(inventory(build().stack)).toMatchSnapshot();
  });

  test.each<[string, object]>([
    ['is encrypted with the customer key', { StorageEncrypted: true, KmsKeyId: KEY }],
    ['spans availability zones', { MultiAZ: true }],
    ['is never public', { PubliclyAccessible: false }],
    ['listens on a port of its own', { Port: '15432' }],
    ['is protected against deletion', { DeletionProtection: true, DeleteAutomatedBackups: false }],
    ['keeps backups for 35 days, with its tags', { BackupRetentionPeriod: 35, CopyTagsToSnapshot: true }],
    [
      'has its master password kept and rotated by RDS, under the customer key',
      { ManageMasterUserPassword: true, MasterUserSecret: { KmsKeyId: KEY } },
    ],
    ['lets identities log in', { EnableIAMDatabaseAuthentication: true }],
    ['publishes its logs', { EnableCloudwatchLogsExports: ['postgresql', 'upgrade'] }],
    ['is monitored every minute', { MonitoringInterval: 60 }],
    ['shows a certificate that is not about to expire', { CACertificateIdentifier: 'rds-ca-rsa2048-g1' }],
    ['encrypts its performance data', { EnablePerformanceInsights: true, PerformanceInsightsKMSKeyId: KEY }],
    ['installs minor versions itself', { AutoMinorVersionUpgrade: true, AllowMajorVersionUpgrade: false }],
    ['grows from 100 to 400 GiB', { AllocatedStorage: '100', MaxAllocatedStorage: 400, StorageType: 'gp3' }],
    ['is backed up as a system of tier 1', { Tags: [{ Key: 'lionrock:backup-tier', Value: '1' }] }],
  ])('%s', (_, expected) => {
    const properties = only(build().stack, INSTANCE);
    expect(properties).toMatchObject(expected);
    expect(properties).not.toHaveProperty('MasterUserPassword');
  });

  test('refuses connections without TLS 1.2 and logs who connects', () => {
    const { stack } = build();
    expect(only(stack, 'AWS::RDS::DBParameterGroup')).toMatchObject({
      Family: 'postgres17',
      Parameters: {
        'rds.force_ssl': '1',
        ssl_min_protocol_version: 'TLSv1.2',
        password_encryption: 'scram-sha-256',
        log_connections: '1',
        log_disconnections: '1',
        log_statement: 'ddl',
      },
    });
    expect(only(stack, INSTANCE)['DBParameterGroupName']).toEqual({ Ref: expect.stringContaining('Parameters') });
  });

  test('is monitored with a role that serves this account and writes one log group', () => {
    const { stack } = build();
    expect(only(stack, 'AWS::IAM::Role')).toMatchObject({
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Principal: { Service: 'monitoring.rds.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          },
        ],
      },
    });
    expect(only(stack, 'AWS::IAM::Role')).not.toHaveProperty('ManagedPolicyArns');
    expect(JSON.stringify(only(stack, 'AWS::IAM::ManagedPolicy'))).not.toContain('"Resource":"*"');
  });

  test('makes its log groups before RDS would, under the customer key', () => {
    const { stack } = build({ instanceIdentifier: 'portal', logRetentionDays: 200 });
    const groups = ofType(stack, 'AWS::Logs::LogGroup');
    expect(groups.map(({ Properties }) => Properties)).toEqual(
      ['postgresql', 'upgrade'].map((log) => ({
        LogGroupName: `/aws/rds/instance/portal/${log}`,
        RetentionInDays: 365,
        KmsKeyId: KEY,
      })),
    );
    expect(onlyResource(stack, INSTANCE).DependsOn).toEqual([
      expect.stringContaining('Logspostgresql'),
      expect.stringContaining('Logsupgrade'),
    ]);
  });

  test('wears the zone’s group, and opens its own only', () => {
    const { stack, database } = build();
    database.connections.allowDefaultPortFrom(ec2.Peer.ipv4('10.0.1.0/24'));
    expect(only(stack, INSTANCE)['VPCSecurityGroups']).toEqual([
      { 'Fn::GetAtt': [expect.stringContaining('DbSecurityGroup'), 'GroupId'] },
      { 'Fn::ImportValue': expect.stringContaining('ZoneGroup') },
    ]);
    expect(only(stack, 'AWS::EC2::SecurityGroup')['SecurityGroupIngress']).toEqual([
      expect.objectContaining({ CidrIp: '10.0.1.0/24', FromPort: 15432, ToPort: 15432 }),
    ]);
  });

  test('lets nobody in by itself', () => {
    const { stack } = build();
    expect(only(stack, 'AWS::EC2::SecurityGroup')).not.toHaveProperty('SecurityGroupIngress');
    expect(ofType(stack, 'AWS::EC2::SecurityGroupIngress')).toEqual([]);
  });

  test('is kept when its stack goes, unless asked otherwise', () => {
    expect(onlyResource(build().stack, INSTANCE)).toMatchObject({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
    expect(onlyResource(build({ removalPolicy: RemovalPolicy.DESTROY }).stack, INSTANCE)).toMatchObject({
      DeletionPolicy: 'Delete',
      Properties: { DeletionProtection: false },
    });
  });

  test('grants login as one database user', () => {
    const { stack, database } = build();
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() });
    database.grantConnect(role, 'portal');
    const policy = JSON.stringify(only(stack, 'AWS::IAM::Policy'));
    expect(policy).toContain('rds-db:connect');
    expect(policy).toContain('/portal');
  });

  test('hands out endpoint, port, name and secret', () => {
    const { stack, database } = build({ databaseName: 'content', port: 16000 });
    expect(stack.resolve(database.endpoint.hostname)).toEqual({
      'Fn::GetAtt': [expect.any(String), 'Endpoint.Address'],
    });
    expect(stack.resolve(database.secret.secretArn)).toEqual({
      'Fn::GetAtt': [expect.any(String), 'MasterUserSecret.SecretArn'],
    });
    expect([database.port, database.databaseName]).toEqual([16000, 'content']);
  });

  test('lets readers of its secret decrypt it by their own policy, and leaves the key’s policy alone', () => {
    const { stack, key, database } = build();
    database.secret.grantRead(new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() }));
    const policy = JSON.stringify(only(stack, 'AWS::IAM::Policy'));
    expect(policy).toContain('"secretsmanager:GetSecretValue"');
    expect(policy).toContain('"kms:Decrypt"');
    expect(only(key.stack, 'AWS::KMS::Key')).toEqual(only(build().key.stack, 'AWS::KMS::Key'));
  });

  test('is named in lower case after its path', () => {
    expect(only(build().stack, INSTANCE)['DBInstanceIdentifier']).toMatch(/^db-workloads-db-[0-9a-f]{8}$/);
  });

  test.each<[Partial<PostgresDatabaseProps>, RegExp]>([
    [{ port: 5432 }, /\[Workloads\/Db\] port: expected 1150 to 65535, and not 5432, .* found 5432/],
    [{ port: 80 }, /port: expected/],
    [{ backupDays: 6 }, /backupDays: expected 7 to 35 days, found 6/],
    [{ backupDays: 36 }, /backupDays: expected 7 to 35 days, found 36/],
  ])('refuses %j', (props, message) => {
    expect(() => build(props)).toThrow(message);
  });
});
