import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicDatabase, template } from '../../gate/support/databases';
import { DeployedHook } from './support/deployed-hook';
import { changeSetEvent, cloudControlEvent, resourceEvent, stackEvent } from './support/events';

// What is deployed is called in a process of its own.
jest.setTimeout(60_000);

const hook = new DeployedHook();
afterAll(() => hook.clean());

const payloadOf = (body: object | string) => ({
  template: typeof body === 'string' ? body : JSON.stringify(body),
  previousTemplate: '',
});
const violating = payloadOf(template({ Database: publicDatabase() }));
const open = { LIONROCK_HOOK_MODE: 'open' };

/** A group that no rule has anything against. */
const compliant = template({
  Group: {
    Type: 'AWS::Logs::LogGroup',
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      RetentionInDays: 731,
      KmsKeyId: 'arn:aws:kms:ap-east-1:111122223333:key/1a2345b6-0000-00a0-a123-00abc0abc000',
    },
  },
});

describe('a stack or a change set', () => {
  test('is let pass when its template is compliant', async () => {
    const { answer, log, fetched } = await hook.call(stackEvent(), { payload: payloadOf(compliant) });
    expect(answer).toEqual({
      hookStatus: 'SUCCESS',
      message: 'Lionrock: pass.',
      clientRequestToken: 'f8da6d11-b23f-48f4-814c-0fb6a667f50e',
    });
    expect(log).toMatchObject({ verdict: 'pass', target: 'STACK', profile: 'hk-s17', account: '111122223333' });
    expect(fetched).toHaveLength(1);
  });

  test.each([
    ['a stack', stackEvent()],
    ['a change set', changeSetEvent()],
  ])('%s is blocked by what fails, with rule, control and remedy', async (_, event) => {
    const { answer, log } = await hook.call(event, { payload: violating, env: open });
    expect(answer).toMatchObject({ hookStatus: 'FAILED', errorCode: 'NonCompliant' });
    expect(answer['message']).toMatch(/^CRITICAL [A-Z]+-\d+ rds-not-public on Database: .+\. .+\.$/m);
    expect(log).toMatchObject({
      verdict: 'fail',
      hookStatus: 'FAILED',
      findings: { fail: expect.arrayContaining([expect.any(String)]) },
    });
  });

  test('may be YAML', async () => {
    const yaml =
      'Resources:\n  Database:\n    Type: AWS::RDS::DBInstance\n    Properties: { PubliclyAccessible: true }\n';
    expect((await hook.call(stackEvent(), { payload: payloadOf(yaml) })).answer['message']).toContain('rds-not-public');
  });

  test('long lists are cut at a whole finding, the worst first', async () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`Database${index}`, publicDatabase()]));
    const message = (await hook.call(stackEvent(), { payload: payloadOf(template(many)) })).answer['message'] ?? '';
    const lines = message.split('\n');
    expect(message.length).toBeLessThanOrEqual(4096);
    expect(lines[1]).toMatch(/^CRITICAL /);
    expect(lines.at(-1)).toMatch(/^And \d+ more: the log of the hook names them\.$/);
  });

  test('is not fetched when something is deleted', async () => {
    const { answer, fetched } = await hook.call(stackEvent(undefined, 'DELETE'));
    expect(answer['hookStatus']).toBe('SUCCESS');
    expect(fetched).toEqual([]);
  });
});

describe('what cannot be judged', () => {
  test.each<[string, object, Parameters<typeof hook.call>[1]]>([
    ['a payload that S3 refuses', stackEvent(), { status: 403, payload: 'expired' }],
    ['a payload that is not JSON', stackEvent(), { payload: 'nonsense' }],
    ['a payload without a template', stackEvent(), { payload: { template: '' } }],
    ['an address that is not of AWS', stackEvent('https://amazonaws.com.example/payload'), { payload: violating }],
    ['an address without TLS', stackEvent('http://bucket.s3.amazonaws.com/payload'), { payload: violating }],
    ['a file', stackEvent('file:///etc/passwd'), { payload: violating }],
    ['an event of something else', { hello: 'world' }, {}],
    ['settings that are wrong', stackEvent(), { payload: violating, env: { LIONROCK_HOOK_FAIL_ON: 'nothing' } }],
  ])('%s is blocked when closed, let pass when open, and logged', async (_, event, options) => {
    const closed = await hook.call(event, options);
    expect(closed.answer).toMatchObject({ hookStatus: 'FAILED', errorCode: 'InternalFailure' });
    expect(closed.log).toMatchObject({ verdict: 'unknown', mode: 'closed', reasons: [expect.any(String)] });
    const opened = await hook.call(event, { ...options, env: { ...options?.env, ...open } });
    expect(opened.answer).toMatchObject({ hookStatus: 'SUCCESS', message: expect.stringMatching(/could not judge/) });
    expect(opened.log).toMatchObject({ verdict: 'unknown', mode: 'open' });
  });

  test('a template that is no template is undecided', async () => {
    const broken = { payload: payloadOf('Resources: [') };
    expect((await hook.call(stackEvent(), broken)).answer['hookStatus']).toBe('FAILED');
    expect((await hook.call(stackEvent(), { ...broken, env: open })).answer['hookStatus']).toBe('SUCCESS');
  });

  test('nothing but AWS is asked, and the signed address is told to nobody', async () => {
    expect((await hook.call(stackEvent('https://evil.example/'))).fetched).toEqual([]);
    const { answer, log } = await hook.call(stackEvent(), { status: 500 });
    expect(JSON.stringify([answer, log])).not.toContain('secret');
  });
});

describe('one resource', () => {
  test.each([
    ['of a stack', resourceEvent],
    ['through Cloud Control', cloudControlEvent],
  ])('%s is blocked by what its properties show', async (_, eventOf) => {
    const { answer, fetched } = await hook.call(
      eventOf('AWS::RDS::DBInstance', { Engine: 'postgres', PubliclyAccessible: true }),
    );
    expect(answer).toMatchObject({ hookStatus: 'FAILED', errorCode: 'NonCompliant' });
    expect(answer['message']).toContain('rds-not-public');
    expect(fetched).toEqual([]);
  });

  test('messages of Cloud Control keep to its 1,024 characters', async () => {
    const { message = '' } = (await hook.call(cloudControlEvent('AWS::RDS::DBInstance', { PubliclyAccessible: true })))
      .answer;
    expect(message.length).toBeLessThanOrEqual(1024);
  });

  test('is not asked for what stands elsewhere in its template', async () => {
    const bucket = { BucketName: 'portal' };
    const whole = payloadOf(template({ Subject: { Type: 'AWS::S3::Bucket', Properties: bucket } }));
    expect((await hook.call(stackEvent(), { payload: whole })).answer['message']).toMatch(/bucket-tls-only/);
    const { message } = (await hook.call(resourceEvent('AWS::S3::Bucket', bucket))).answer;
    expect(message).toMatch(/on Subject/);
    expect(message).not.toMatch(/bucket-tls-only|retain/);
  });

  test('of a type that no rule judges is let pass', async () => {
    const { answer } = await hook.call(cloudControlEvent('AWS::CloudFormation::WaitConditionHandle', {}));
    expect(answer['hookStatus']).toBe('SUCCESS');
  });
});

describe('what is deployed', () => {
  test('is smaller than 5 MB, needs no package and holds no CDK', () => {
    expect(hook.size()).toBeLessThan(5 * 1024 * 1024);
    const bundle = readFileSync(join(hook.folder, 'index.js'), 'utf8');
    expect(bundle).not.toMatch(/JSII_RTTI_SYMBOL_1|require\("(aws-cdk-lib|constructs|cdk-nag)/);
  });

  test('what the config says of the gate counts: a floor, and days from which rules block', async () => {
    const registers = { landingZone: 'g', accounts: [], flows: [], transfers: [], properties: [] };
    const estate = { registers, blocksFrom: { 'rds-not-public': day(20) }, buckets: {}, boundaries: [] };
    const later = new DeployedHook({ 'estate.json': JSON.stringify(estate) });
    const gatePolicy = { failOn: 'high', packs: ['AwsSolutions'], waiverDays: {} };
    const floor = new DeployedHook({ 'estate.json': JSON.stringify({ ...estate, blocksFrom: {}, gatePolicy }) });
    try {
      expect((await later.call(stackEvent(), { payload: violating })).answer['message']).not.toContain(
        'rds-not-public',
      );
      const below = { payload: payloadOf(compliant), env: { LIONROCK_HOOK_FAIL_ON: 'critical' } };
      expect((await floor.call(stackEvent(), below)).answer['message']).toMatch(
        /--fail-on critical is below the floor "failOn: high" of the policy gatePolicy of the landing zone/,
      );
      expect((await floor.call(stackEvent(), { payload: payloadOf(compliant) })).answer['hookStatus']).toBe('SUCCESS');
    } finally {
      later.clean();
      floor.clean();
    }
  });

  test('policy and waivers beside it count', async () => {
    const entry = {
      id: 'W-1',
      rule: 'rds-not-public',
      scope: { logicalId: 'Database' },
      reason: 'The supplier connects from outside',
      compensatingControl: 'Only from one address',
      riskOwner: 'owner@e-services.example',
      approver: 'ditso@cloud.example',
      ticket: 'SEC-1',
      issued: day(-1),
      expires: day(20),
    };
    const waived = new DeployedHook({ 'waivers-0.yaml': JSON.stringify({ waivers: [entry] }) });
    const other = new DeployedHook({ 'gate-policy.yaml': 'profile: sg-im8\npacks: [AwsSolutions]\n' });
    try {
      const { answer, log } = await waived.call(stackEvent(), { payload: violating });
      expect(answer['message']).not.toContain('rds-not-public');
      expect(log['findings']).toMatchObject({ waived: [expect.any(String)] });
      expect((await other.call(stackEvent(), { payload: payloadOf(compliant) })).answer).toMatchObject({
        hookStatus: 'FAILED',
        message: expect.stringContaining('sg-im8'),
      });
    } finally {
      waived.clean();
      other.clean();
    }
  });
});

function day(fromNow: number): string {
  return new Date(Date.now() + fromNow * 86_400_000).toISOString().slice(0, 10);
}
