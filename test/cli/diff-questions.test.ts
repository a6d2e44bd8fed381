import {
  allows,
  bucket,
  database,
  dataGroup,
  group,
  guardrail,
  inward,
  key,
  regionDeny,
  role,
  smallEstate,
  webGroup,
} from '../gate/support/small-estate';
import { Scratch } from '../gate/support/scratch';
import { run } from './support/run';

const scratch = new Scratch();
afterAll(() => scratch.clean());

type Changes = Parameters<typeof smallEstate>[0];

const TEMPLATE = 'estate.json';
const before = scratch.write(`before/${TEMPLATE}`, smallEstate());

const AT = ['--account', '111122223333', '--region', 'ap-east-1'];

/** What `diff` says below a heading, each entry in one line. */
async function told(changes: Changes, heading: string, from: Changes = {}): Promise<string> {
  const was = scratch.write(`was/${TEMPLATE}`, smallEstate(from));
  const { stdout } = await run(['diff', was, scratch.write(`after/${TEMPLATE}`, smallEstate(changes)), ...AT]);
  const [, section = ''] = new RegExp(`^${heading}\n((?: .*\n)*)`, 'm').exec(stdout) ?? [];
  return section.replaceAll(/\n {3,}/g, ' ');
}

const everywhere = { CidrIp: '0.0.0.0/0' };

describe('lionrock diff, question by question', () => {
  it.each<[string, Changes, string[]]>([
    [
      'a port of the internet',
      { WebGroup: webGroup([inward({ ...everywhere, FromPort: 22, ToPort: 22 })]) },
      [
        'opened +internet now reaches portal/web: tcp 22',
        'the way: the internet > .*Web in web',
        'lets through tcp 22 0.0.0.0/0',
      ],
    ],
    [
      'more addresses on the same port',
      { WebGroup: group('web', [inward({ CidrIp: '203.0.113.0/24' }), inward({ CidrIp: '198.51.100.0/25' })]) },
      [String.raw`internet now reaches portal/web: tcp 443 \(addresses 198.51.100.0/25\)`],
    ],
    [
      'a port between zones',
      { DataGroup: dataGroup([inward({ FromPort: 22, ToPort: 22, CidrIp: '10.0.0.0/24' })]) },
      ['portal/web now reaches portal/data: tcp 22'],
    ],
    [
      'a group closed',
      { DataGroup: group('data', []) },
      ['closed +portal/web no longer reaches portal/data: tcp 5432'],
    ],
    ['a route gone', { Route: null }, ['closed +internet no longer reaches portal/web: tcp 443']],
    [
      'a rule that reaches nothing yet',
      { DataGroup: dataGroup([inward({ ...everywhere })]) },
      [String.raw`rule +DataGroup \(AWS::EC2::SecurityGroup\): lets through tcp 443 0.0.0.0/0`],
    ],
  ])('reachability: %s', async (_, changes, expected) => {
    const text = await told(changes, 'Reachability');
    for (const each of expected) expect(text).toMatch(new RegExp(each));
  });

  it.each<[string, Changes, string]>([
    [
      'replication to another account',
      {
        Bucket: bucket({
          ReplicationConfiguration: {
            Role: 'arn:aws:iam::111122223333:role/r',
            Rules: [{ Status: 'Enabled', Destination: { Bucket: 'arn:aws:s3:::other', Account: '999999999999' } }],
          },
        }),
      },
      'opened +data can now leave to account 999999999999 by Bucket .*: no transfer covers it',
    ],
    [
      'a topic for everybody',
      {
        Topic: {
          Type: 'AWS::SNS::Topic',
          Properties: { KmsMasterKeyId: { Ref: 'Key' } },
        },
        TopicPolicy: {
          Type: 'AWS::SNS::TopicPolicy',
          Properties: {
            Topics: [{ Ref: 'Topic' }],
            PolicyDocument: { Statement: [allows(['sns:Publish'], '*', { Principal: '*' })] },
          },
        },
      },
      'opened +data can now leave to everybody by TopicPolicy',
    ],
  ])('residency: %s', async (_, changes, expected) => {
    expect(await told(changes, 'Residency')).toMatch(new RegExp(expected));
    const text = (await run(['diff', scratch.path(`after/${TEMPLATE}`), before, ...AT])).stdout.replaceAll(
      /\n {3,}/g,
      ' ',
    );
    expect(text).toMatch(/Residency\n {2}closed +data can no longer leave to /);
  });

  it.each<[string, Changes, string]>([
    [
      'more rights of a role',
      { Task: role([allows(['s3:GetObject', 's3:PutObject'], [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }])]) },
      String.raw`gained +Task can now call s3:PutObject on \$\{Bucket.Arn\}`,
    ],
    [
      'another account in a trust policy',
      {
        Task: role([allows(['s3:GetObject'], [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }])], {
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'lambda.amazonaws.com' } },
              {
                Effect: 'Allow',
                Action: 'sts:AssumeRole',
                Principal: { AWS: '999999999999' },
                Condition: { StringEquals: { 'sts:ExternalId': 'x' } },
              },
            ],
          },
        }),
      },
      'gained +account 999999999999 can now assume Task, when StringEquals sts:ExternalId: x',
    ],
    [
      'another account in a key policy',
      { Key: key({}, [allows(['kms:Decrypt'], '*', { Principal: { AWS: 'arn:aws:iam::999999999999:root' } })]) },
      'gained +account 999999999999 can now call kms:Decrypt with the key Key',
    ],
    [
      'a managed policy of AWS',
      {
        Task: role([allows(['s3:GetObject'], [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }])], {
          ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'],
        }),
      },
      'gained +Task can now have all that arn:aws:iam::aws:policy/AdministratorAccess allows',
    ],
    [
      'a service let out of a guardrail',
      { Regions: guardrail([regionDeny(['bedrock:*'])]) },
      'gained +everybody in the organisation’s root can now call .*bedrock.*denied before by regions: OutsideHongKong',
    ],
    [
      'a guardrail gone',
      { Regions: null },
      'gained +everybody in the organisation’s root can now call [0-9,]+ actions',
    ],
    ['rights taken away', { Task: role([]) }, 'lost +Task can no longer call s3:GetObject'],
  ])('permissions: %s', async (_, changes, expected) => {
    expect(await told(changes, 'Permissions')).toMatch(new RegExp(expected));
  });

  it('permissions: rights that only moved are no change', async () => {
    const statements = [allows(['s3:GetObject'], [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }])];
    const policy = (type: string) => ({
      Type: type,
      Properties: { PolicyName: 'own', PolicyDocument: { Statement: statements }, Roles: [{ Ref: 'Task' }] },
    });
    for (const type of ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy']) {
      expect(await told({ Task: role([]), Moved: policy(type) }, 'Permissions')).toBe('');
    }
  });

  it('permissions: what a boundary leaves out is nobody’s, until the boundary widens', async () => {
    const limits = (actions: readonly string[]) => ({
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: { PolicyDocument: { Version: '2012-10-17', Statement: [allows(actions, '*')] } },
    });
    const bound = (actions: readonly string[]) =>
      role([allows(actions, '*')], { PermissionsBoundary: { Ref: 'Limits' } });
    const from = { Limits: limits(['s3:*']), Task: bound(['s3:GetObject']) };
    const more = { Limits: limits(['s3:*']), Task: bound(['s3:GetObject', 'kms:Decrypt']) };
    expect(await told(more, 'Permissions', from)).toBe('');
    const wider = await told({ ...more, Limits: limits(['s3:*', 'kms:*']) }, 'Permissions', more);
    expect(wider).toMatch(/gained +Task can now call kms:Decrypt on everything/);
    expect(wider).toMatch(/gained +whoever has the boundary Limits can now call kms:\* on everything/);
  });

  it.each<[string, Changes, string]>([
    ['rotation', { Key: key({ EnableKeyRotation: false }) }, 'Key .*: EnableKeyRotation is false, was true'],
    [
      'public access',
      { Bucket: bucket({ PublicAccessBlockConfiguration: { BlockPublicAcls: true } }) },
      'Bucket .*: PublicAccessBlockConfiguration.BlockPublicPolicy is not set, was true',
    ],
    ['a flow log', { Records: null }, String.raw`Records \(AWS::EC2::FlowLog\) is removed \(logging-dropped\)`],
    [
      'retention',
      { Logs: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: 30, KmsKeyId: 'k' } } },
      'Logs .*: RetentionInDays is 30, was 3653',
    ],
  ])('protection: %s', async (_, changes, expected) => {
    expect(await told(changes, 'Protection')).toMatch(new RegExp(`weaker +${expected}`));
    const back = await run(['diff', scratch.path(`after/${TEMPLATE}`), before]);
    expect(back.stdout).toMatch(/Protection\n {2}stronger +/);
  });

  it.each<[string, Changes, string]>([
    [
      'encryption',
      { Database: database({ StorageEncrypted: false }) },
      'replaced +Database .*: StorageEncrypted cannot be',
    ],
    [
      'a class',
      { Database: database({ DBInstanceClass: 'db.r8g.large' }) },
      'interrupted +Database .*DBInstanceClass changes',
    ],
    ['a key gone', { Key: null }, String.raw`removed +Key \(AWS::KMS::Key\) will be removed`],
    ['a key kept', { Key: null }, 'orphaned +Key .* leaves its stack: DeletionPolicy Retain'],
    ['another logical id', { Bucket: null, Store: bucket({ BucketName: 'x' }) }, 'removed +Bucket'],
  ])('replacement: %s', async (name, changes, expected) => {
    const from: Changes = name === 'a key kept' ? { Key: { ...key(), DeletionPolicy: 'Retain' } } : {};
    expect(await told(changes, 'Replacement', from)).toMatch(new RegExp(expected));
  });

  it('cost: what is there more often, and what less', async () => {
    const nat = {
      Type: 'AWS::EC2::NatGateway',
      Properties: { SubnetId: { Ref: 'WebSubnet' }, AllocationId: 'eipalloc-1' },
    };
    expect(await told({ Nat: nat, OtherNat: nat, Key: null }, 'Cost')).toBe(
      '  more        NAT gateway: 2 more (2, was 0)\n  fewer       customer key: 1 fewer (0, was 1)\n',
    );
  });

  it('claims: what is said otherwise of a flow, and no more', async () => {
    const claiming = (ports: readonly number[]) => ({
      ...smallEstate(),
      Metadata: {
        Lionrock: {
          flows: [{ id: 'reads', from: 'web', to: 'data', ports, reason: 'Orders are kept in the database' }],
        },
      },
    });
    const was = scratch.write('was/claims.json', claiming([443]));
    const { stdout } = await run(['diff', was, scratch.write('after/claims.json', claiming([443, 8443])), ...AT]);
    expect(stdout.replaceAll(/\n {3,}/g, ' ')).toContain('claims another flow reads: ports gains 8443 ');
  });

  it('says that nothing changed', async () => {
    expect((await run(['diff', before, before])).stdout).toMatch(
      /^Compared .*\nChange +nothing in terms of security\n$/s,
    );
  });
});
