import { aws_dynamodb as dynamodb, aws_iam as iam, RemovalPolicy } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { RecordTable, type RecordTableProps } from '../../../constructs/workloads';
import { unacknowledged } from '../../support/compliance';
import { onlyResource, workbench } from './workbench';

function build(props: Partial<RecordTableProps> = {}) {
  const bench = workbench();
  const table = new RecordTable(bench.stack, 'Table', { encryptionKey: bench.key, ...props });
  return { ...bench, table };
}

const resourceOf = (props: Partial<RecordTableProps>) => onlyResource(build(props).stack, 'AWS::DynamoDB::Table');

describe('RecordTable', () => {
  test('is compliant', () => {
    expect(unacknowledged(build().stack)).toEqual([]);
  });

  test.each<[string, object]>([
    [
      'is encrypted with the customer key',
      {
        SSESpecification: {
          SSEEnabled: true,
          SSEType: 'KMS',
          KMSMasterKeyId: { 'Fn::ImportValue': expect.stringContaining('Key') },
        },
      },
    ],
    [
      'can be recovered to any second of 35 days',
      { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 } },
    ],
    ['is protected against deletion', { DeletionProtectionEnabled: true }],
    ['is billed by request', { BillingMode: 'PAY_PER_REQUEST' }],
    ['is backed up as a system of tier 1', { Tags: [{ Key: 'lionrock:backup-tier', Value: '1' }] }],
    ['has a key named id', { KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }] }],
  ])('%s', (_, properties) => {
    expect(resourceOf({}).Properties).toMatchObject(properties);
  });

  test('is kept when its stack goes', () => {
    expect(resourceOf({})).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  test('goes with its stack only when asked to', () => {
    expect(resourceOf({ removalPolicy: RemovalPolicy.DESTROY })).toMatchObject({
      DeletionPolicy: 'Delete',
      Properties: { DeletionProtectionEnabled: false },
    });
  });

  test('takes keys, expiry and tier', () => {
    const text = { type: dynamodb.AttributeType.STRING };
    const props: Partial<RecordTableProps> = {
      partitionKey: { name: 'a', ...text },
      sortKey: { name: 'b', ...text },
      timeToLiveAttribute: 'until',
      backupTier: 3,
    };
    expect(resourceOf(props).Properties).toMatchObject({
      KeySchema: [
        { AttributeName: 'a', KeyType: 'HASH' },
        { AttributeName: 'b', KeyType: 'RANGE' },
      ],
      TimeToLiveSpecification: { AttributeName: 'until', Enabled: true },
      Tags: [{ Key: 'lionrock:backup-tier', Value: '3' }],
    });
  });

  test.each<[string, (table: RecordTable, role: iam.Role) => unknown, string[], string[]]>([
    ['reading', (table, role) => table.grantReadData(role), ['GetItem'], ['PutItem']],
    ['writing', (table, role) => table.grantWriteData(role), ['PutItem'], ['GetItem']],
    ['both', (table, role) => table.grantReadWriteData(role), ['GetItem', 'PutItem'], []],
  ])('grants %s', (_, grant, present, absent) => {
    const { stack, table } = build();
    grant(table, new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() }));
    const policy = JSON.stringify(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
    for (const action of present) expect(policy).toContain(`"dynamodb:${action}"`);
    for (const action of absent) expect(policy).not.toContain(`"dynamodb:${action}"`);
    expect(policy).toContain('"kms:Decrypt"');
  });
});
