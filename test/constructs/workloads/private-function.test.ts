import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, aws_ec2 as ec2, aws_iam as iam, type Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { PrivateFunction, type PrivateFunctionProps, RecordTable, WorkQueue } from '../../../constructs/workloads';
import { unacknowledged } from '../../support/compliance';
import { inventory, only, onlyResource, resources, temporaryFolder, workbench } from './workbench';

function codeFolder(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'index.mjs'), 'export const handler = async () => "done";');
  return folder;
}

function build(props: (bench: ReturnType<typeof workbench>) => Partial<PrivateFunctionProps> = () => ({})) {
  const bench = workbench();
  const fn = new PrivateFunction(bench.stack, 'Fn', {
    placement: bench.placement,
    encryptionKey: bench.key,
    code: codeFolder(),
    ...props(bench),
  });
  return { ...bench, fn };
}

const KEY = { 'Fn::ImportValue': expect.stringContaining('Key') };
const functionOf = (stack: Stack) => only(stack, 'AWS::Lambda::Function');

describe('PrivateFunction', () => {
  test('is compliant', () => {
    expect(unacknowledged(build().stack)).toEqual([]);
  });

  test('is compliant with everything switched on and granted', () => {
    const { stack, key, fn } = build((bench) => ({
      schedule: 'rate(1 hour)',
      queue: new WorkQueue(bench.stack, 'Queue', { encryptionKey: bench.key }),
      environment: { MODE: 'test' },
    }));
    new RecordTable(stack, 'Table', { encryptionKey: key }).grantReadWriteData(fn);
    expect(unacknowledged(stack)).toEqual([]);
  });

  test('makes these resources', () => {
    expect(inventory(build().stack)).toMatchSnapshot();
  });

  test.each<[string, object]>([
    ['runs on the latest Node.js', { Runtime: 'nodejs24.x' }],
    ['encrypts its environment with the customer key', { KmsKeyArn: KEY }],
    [
      'sends failed events to its dead letters',
      { DeadLetterConfig: { TargetArn: { 'Fn::GetAtt': [expect.stringContaining('DeadLetters'), 'Arn'] } } },
    ],
    ['has concurrency reserved', { ReservedConcurrentExecutions: 5 }],
    ['is traced', { TracingConfig: { Mode: 'Active' } }],
    [
      'writes structured logs to its own group',
      { LoggingConfig: { LogFormat: 'JSON', LogGroup: { Ref: expect.stringContaining('Logs') } } },
    ],
    ['ends after 30 seconds', { Timeout: 30, MemorySize: 256 }],
  ])('%s', (_, expected) => {
    expect(functionOf(build().stack)).toMatchObject(expected);
  });

  test('runs in the zone, with a group of its own beside the zone’s', () => {
    expect(functionOf(build().stack)).toMatchObject({
      VpcConfig: {
        SubnetIds: [
          { 'Fn::ImportValue': expect.stringContaining('Subnet1') },
          { 'Fn::ImportValue': expect.stringContaining('Subnet2') },
        ],
        SecurityGroupIds: [
          { 'Fn::GetAtt': [expect.stringContaining('FnSecurityGroup'), 'GroupId'] },
          { 'Fn::ImportValue': expect.stringContaining('ZoneGroup') },
        ],
      },
    });
  });

  test('opens its own group only, and never the zone’s', () => {
    const { stack, fn } = build();
    fn.connections.allowTo(ec2.Peer.ipv4('10.0.0.9/32'), ec2.Port.tcp(443));
    const group = only(stack, 'AWS::EC2::SecurityGroup');
    expect(group['SecurityGroupEgress']).toEqual([expect.objectContaining({ CidrIp: '10.0.0.9/32', FromPort: 443 })]);
    expect(group).not.toHaveProperty('SecurityGroupIngress');
    expect(resources(stack).filter(({ Type }) => Type.startsWith('AWS::EC2::SecurityGroupE'))).toEqual([]);
  });

  test('has no way out until one is opened', () => {
    expect(only(build().stack, 'AWS::EC2::SecurityGroup')['SecurityGroupEgress']).toEqual([
      expect.objectContaining({ CidrIp: '255.255.255.255/32' }),
    ]);
  });

  test('keeps its logs for a year under the customer key, also when the stack goes', () => {
    expect(onlyResource(build().stack, 'AWS::Logs::LogGroup')).toMatchObject({
      Properties: { RetentionInDays: 365, KmsKeyId: KEY },
      DeletionPolicy: 'Retain',
    });
  });

  test.each([
    [30, 30],
    [183, 365],
    [400, 400],
    [3653, 3653],
  ])('keeps its logs for at least %i days: %i', (logRetentionDays, expected) => {
    expect(only(build(() => ({ logRetentionDays })).stack, 'AWS::Logs::LogGroup')).toMatchObject({
      RetentionInDays: expected,
    });
  });

  test('lets CloudWatch Logs use the key for log groups of this account only', () => {
    const statements = JSON.stringify(only(build().key.stack, 'AWS::KMS::Key')['KeyPolicy']);
    expect(statements).toMatch(/"Service":\{"Fn::Join":\["",\["logs\.",\{"Ref":"AWS::Region"\}/);
    expect(statements).toMatch(/"kms:EncryptionContext:aws:logs:arn":.*\{"Ref":"AWS::AccountId"\},":log-group:\*"/);
  });

  test('denies its own code the network interfaces that the service may make', () => {
    expect(only(build().stack, 'AWS::IAM::ManagedPolicy')).toMatchObject({
      PolicyDocument: {
        Statement: expect.arrayContaining([
          expect.objectContaining({
            Effect: 'Deny',
            Action: expect.arrayContaining(['ec2:CreateNetworkInterface']),
            Condition: { ArnLike: { 'lambda:SourceFunctionArn': expect.anything() } },
          }),
        ]),
      },
    });
  });

  test('has no policy of AWS’s', () => {
    expect(only(build().stack, 'AWS::IAM::Role')).not.toHaveProperty('ManagedPolicyArns');
  });

  test('runs on a schedule', () => {
    expect(only(build(() => ({ schedule: 'rate(1 hour)' })).stack, 'AWS::Events::Rule')).toMatchObject({
      ScheduleExpression: 'rate(1 hour)',
      State: 'ENABLED',
    });
  });

  test('processes a queue, message by message', () => {
    const { stack } = build((bench) => ({ queue: new WorkQueue(bench.stack, 'Queue', { encryptionKey: bench.key }) }));
    expect(only(stack, 'AWS::Lambda::EventSourceMapping')).toMatchObject({
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 2 },
    });
  });

  test('is granted as any principal, and grants its invocation', () => {
    const { stack, key, fn } = build();
    new WorkQueue(stack, 'Queue', { encryptionKey: key }).grantSendMessages(fn);
    const caller = new iam.Role(stack, 'Caller', { assumedBy: new iam.AccountRootPrincipal() });
    fn.grantInvoke(caller);
    const policies = JSON.stringify(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
    expect(policies).toContain('lambda:InvokeFunction');
    expect(policies).toContain('FnRole');
  });

  test('leaves tests and notes out of the code', () => {
    const code = codeFolder();
    const before = functionOf(build(() => ({ code })).stack)['Code'];
    writeFileSync(join(code, 'index.test.mjs'), 'throw new Error()');
    writeFileSync(join(code, 'README.md'), 'notes');
    expect(functionOf(build(() => ({ code })).stack)['Code']).toEqual(before);
  });

  test.each<[string, (bench: ReturnType<typeof workbench>) => Partial<PrivateFunctionProps>, RegExp]>([
    [
      'a folder that is missing',
      () => ({ code: '/nowhere' }),
      /\[Workloads\/Fn\] code: expected a folder .* found "\/nowhere"/,
    ],
    ['a file for a folder', () => ({ code: __filename }), /code: expected a folder/],
    [
      'a malformed schedule',
      () => ({ schedule: 'hourly' }),
      /schedule: expected rate\(…\) or cron\(…\), found "hourly"/,
    ],
    [
      'a queue that is impatient',
      ({ stack, key }) => ({
        timeout: Duration.seconds(60),
        queue: new WorkQueue(stack, 'Queue', { encryptionKey: key, visibilityTimeout: Duration.seconds(45) }),
      }),
      /messages reappear after 45 s, before the function's timeout of 60 s/,
    ],
    [
      'one subnet',
      ({ placement }) => ({ placement: { ...placement, subnets: placement.subnets.slice(0, 1) } }),
      /placement\.subnets: expected at least 2 subnets .* found 1/,
    ],
    ['logs kept too long', () => ({ logRetentionDays: 3654 }), /at most 3653 days, found 3654/],
    ['logs not kept', () => ({ logRetentionDays: 0 }), /retentionDays: expected whole days .* found 0/],
  ])('refuses %s', (_, props, message) => {
    expect(() => build(props)).toThrow(message);
  });
});
