import {
  type App,
  aws_ec2 as ec2,
  aws_iam as iam,
  aws_s3 as s3,
  CfnCondition,
  CfnParameter,
  CfnResource,
  Fn,
  NestedStack,
  Stack,
  Stage,
  Token,
} from 'aws-cdk-lib';
import { judged, WAYS } from './support/judged';
import { lenientApp } from './support/report';

const env = { account: '111111111111', region: 'ap-east-1' };

function database(scope: Stack | NestedStack, properties: object): CfnResource {
  return new CfnResource(scope, 'Database', { type: 'AWS::RDS::DBInstance', properties: { ...properties } });
}

function bucketWithout(stack: Stack, weaken: (bucket: s3.CfnBucket) => void): void {
  const bucket = new s3.Bucket(stack, 'Data', {
    versioned: true,
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
  });
  weaken(bucket.node.defaultChild as s3.CfnBucket);
}

/** What the rules of cdk-nag overlook: how it is built, and what must be found where. */
const OVERLOOKED: readonly (readonly [string, (stack: Stack, app: App) => void, string])[] = [
  ['a raw resource', (stack) => database(stack, { StorageEncrypted: false }), 'rds-storage-encrypted at S/Database'],
  [
    'a property override',
    (stack) =>
      bucketWithout(stack, (l1) => l1.addPropertyOverride('PublicAccessBlockConfiguration.BlockPublicAcls', false)),
    'bucket-public-access-blocked at S/Data/Resource',
  ],
  [
    'a property that was deleted',
    (stack) => bucketWithout(stack, (l1) => l1.addPropertyDeletionOverride('VersioningConfiguration')),
    'bucket-versioned at S/Data/Resource',
  ],
  [
    'one branch of a condition',
    (stack) => {
      const day = new CfnParameter(stack, 'Day');
      new CfnCondition(stack, 'Open', { expression: Fn.conditionEquals(day, 'open') });
      const network = new ec2.CfnVPC(stack, 'Network', { cidrBlock: '10.0.0.0/16' });
      new CfnResource(stack, 'Door', {
        type: 'AWS::EC2::SecurityGroup',
        properties: {
          GroupDescription: 'x',
          VpcId: network.ref,
          SecurityGroupIngress: [
            { IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: Fn.conditionIf('Open', '0.0.0.0/0', '10.0.0.0/8') },
          ],
        },
      });
    },
    'security-group-no-open-admin-ports at S/Door',
  ],
  [
    'the default of a parameter',
    (stack) => {
      const source = new CfnParameter(stack, 'Source', { default: '0.0.0.0/0', allowedValues: ['0.0.0.0/0'] });
      new CfnResource(stack, 'Door', {
        type: 'AWS::EC2::SecurityGroup',
        properties: {
          GroupDescription: 'x',
          SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 22, ToPort: 22, CidrIp: source.valueAsString }],
        },
      });
    },
    'security-group-no-open-admin-ports at S/Door',
  ],
  [
    'a resource in a nested stack',
    (stack) => database(new NestedStack(stack, 'Nested'), { StorageEncrypted: false }),
    'rds-storage-encrypted at S/Nested/Database',
  ],
  [
    'a resource with the suppressions of cdk-nag 2 in its metadata',
    (stack) => {
      database(stack, { StorageEncrypted: false }).addMetadata('cdk_nag', {
        rules_to_suppress: [{ id: 'HongKongGovernment-rds-storage-encrypted', reason: 'written by nobody' }],
      });
    },
    'rds-storage-encrypted at S/Database',
  ],
  [
    'a value that no template tells',
    (stack) => database(stack, { StorageEncrypted: new CfnParameter(stack, 'Encrypted').valueAsString }),
    'rds-storage-encrypted[unknown] at S/Database',
  ],
  [
    'a value of another stack',
    (stack, app) => {
      const other = new Stack(app, 'Other', { env });
      const closed = new CfnParameter(other, 'Encrypted', { default: 'false', allowedValues: ['false'] });
      database(stack, { StorageEncrypted: closed.valueAsString });
    },
    'rds-storage-encrypted at S/Database',
  ],
];

describe('what cdk-nag overlooks', () => {
  test.each(OVERLOOKED)('%s is found, in each way', async (_, build, expected) => {
    const app = lenientApp();
    build(new Stack(app, 'S', { env }), app);
    const found = await judged(app);
    for (const way of WAYS) expect([way, ...found[way]]).toContain(expected);
  });
});

describe('what cdk-nag complains of without reason', () => {
  test('the policy of a bucket may stand in another stack', async () => {
    const app = lenientApp();
    const home = new Stack(app, 'Home', { env });
    const away = new Stack(app, 'Away', { env });
    const closed = new s3.CfnBucket(home, 'Closed');
    const open = new s3.CfnBucket(home, 'Open');
    new s3.CfnBucketPolicy(away, 'Policy', { bucket: closed.ref, policyDocument: tlsOnly(closed) });
    const found = await judged(app);
    for (const way of WAYS) {
      expect([way, ...found[way]]).toContain('bucket-tls-only at Home/Open');
      expect([way, ...found[way]]).not.toContain('bucket-tls-only at Home/Closed');
    }
    expect(open.stack).toBe(home);
  });

  test('a pack on a stage leaves the rest of the app alone', async () => {
    const app = lenientApp();
    const stage = new Stage(app, 'Prod', { env });
    database(new Stack(stage, 'Inside'), { StorageEncrypted: false });
    database(new NestedStack(new Stack(stage, 'Around'), 'Nested'), { StorageEncrypted: false });
    database(new Stack(new Stage(app, 'Test', { env }), 'Outside'), { StorageEncrypted: false });
    database(new Stack(app, 'Top', { env }), { StorageEncrypted: false });
    const found = await judged(app, stage);
    for (const way of ['validateScope', 'the report of synthesis'] as const) {
      expect([way, ...found[way].filter((line) => line.startsWith('rds-storage-encrypted'))]).toEqual([
        way,
        'rds-storage-encrypted at Prod/Around/Nested/Database',
        'rds-storage-encrypted at Prod/Inside/Database',
      ]);
    }
    expect(found['the gate'].filter((line) => line.startsWith('rds-storage-encrypted'))).toHaveLength(4);
  });
});

describe('a reference to another stack before synthesis', () => {
  test('is not taken for a resource of the same name here', async () => {
    const app = lenientApp();
    const home = new Stack(app, 'Home', { env });
    const away = new Stack(app, 'Away', { env });
    const bucket = new s3.CfnBucket(home, 'Same');
    // By its logical id alone, the policy would belong to this one.
    new s3.CfnBucket(away, 'Same');
    new s3.CfnBucketPolicy(away, 'Policy', { bucket: bucket.ref, policyDocument: tlsOnly(bucket) });
    const found = await judged(app);
    for (const way of WAYS) {
      expect([way, ...found[way]]).toContain('bucket-tls-only at Away/Same');
      expect([way, ...found[way]]).not.toContain('bucket-tls-only at Home/Same');
    }
  });

  test('says the same as after it, nested stacks and texts included', async () => {
    const app = lenientApp();
    const stack = new Stack(app, 'S', { env });
    const nested = new NestedStack(stack, 'Nested', { parameters: { Encrypted: 'false' } });
    const encrypted = new CfnParameter(nested, 'Encrypted');
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() });
    new s3.Bucket(nested, 'Data').grantReadWrite(role);
    database(nested, { StorageEncrypted: encrypted.valueAsString });
    const other = new Stack(app, 'Other', { env });
    new CfnResource(other, 'Topic', {
      type: 'AWS::SNS::Topic',
      properties: { TopicName: `of-${role.roleName}`, KmsMasterKeyId: Token.asString(role.roleArn) },
    });
    const found = await judged(app);
    expect(found.validateScope).toContain('rds-storage-encrypted at S/Nested/Database');
    expect(found.validateScope).toEqual(found['the report of synthesis']);
    expect(found.validateScope).toEqual(found['the gate']);
  });
});

function tlsOnly(bucket: s3.CfnBucket): object {
  return {
    Statement: [
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [bucket.attrArn, `${bucket.attrArn}/*`],
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    ],
  };
}
