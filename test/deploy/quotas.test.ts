import { GetServiceQuotaCommand, ServiceQuotasClient } from '@aws-sdk/client-service-quotas';
import { mockClient } from 'aws-sdk-client-mock';
import { AwsSession, type Target } from '../../lib/deploy';
import { checkQuotas } from '../../lib/deploy/preflight/check-quotas';
import type { CountedResource } from '../../lib/deploy/preflight/planned-use';

const quotas = mockClient(ServiceQuotasClient);
const target: Target = { name: 'portal', account: '200000000006', region: 'us-gov-east-1', stacks: [] };
const keys = { accessKeyId: 'ASIA', secretAccessKey: 'secret', sessionToken: 'token' };
const session = new AwsSession({ env: {}, region: target.region });

beforeEach(() => quotas.reset());

const many = (count: number, type: string, properties: object = {}, stack = 'a'): CountedResource[] =>
  Array.from({ length: count }, () => ({ stack, type, properties: { ...properties } }));
const look = (inRegion: readonly CountedResource[], elsewhere: readonly CountedResource[] = []) =>
  checkQuotas(session, {
    target,
    keys,
    globalRegion: 'us-gov-west-1',
    inRegion,
    inAccount: [...inRegion, ...elsewhere],
  });

it.each([
  ['AWS::IAM::Role', 1001, 'us-gov-west-1'],
  ['AWS::IAM::ManagedPolicy', 1501, 'us-gov-west-1'],
  ['AWS::EC2::SecurityGroup', 2501, 'us-gov-east-1'],
])('the quota of %s is asked, and raised, where Service Quotas has it', async (type, count, region) => {
  const asked: string[] = [];
  quotas.on(GetServiceQuotaCommand).callsFake(async (_, client) => {
    asked.push(await client().config.region());
    return { Quota: { Value: count - 1 } };
  });
  expect(await look(many(count, type))).toEqual([
    expect.objectContaining({ state: 'fail', remedy: expect.stringContaining(`--region ${region}, in account`) }),
  ]);
  expect(asked).toEqual([region]);
});

it('rules of EventBridge count for each event bus, those without one for the default bus', async () => {
  quotas.on(GetServiceQuotaCommand).resolves({ Quota: { Value: 300 } });
  const rule = (count: number, properties: object = {}, stack = 'a') =>
    many(count, 'AWS::Events::Rule', properties, stack);
  expect(await look([...rule(150), ...rule(150, { EventBusName: { Ref: 'Bus' } })])).toEqual([]);
  const others = rule(200, { EventBusName: 'orders' });
  const found = await look([...rule(150), ...rule(151, { EventBusName: 'default' }, 'b'), ...others]);
  expect(found).toEqual([expect.objectContaining({ state: 'fail', found: '300; 301 planned' })]);
});

it.each([
  ['AWS::IAM::Role', 600, '1000; 1200 planned'],
  ['AWS::IAM::ManagedPolicy', 800, '1000; 1600 planned'],
])('%s of all regions of an account count together, as IAM is global', async (type, count, found) => {
  quotas.on(GetServiceQuotaCommand).resolves({ Quota: { Value: 1000 } });
  expect(await look(many(count, type), many(count, type))).toEqual([
    expect.objectContaining({ state: 'fail', found, region: 'us-gov-west-1' }),
  ]);
});

it('what is of a region counts in each', async () => {
  quotas.on(GetServiceQuotaCommand).resolves({ Quota: { Value: 2500 } });
  const groups = many(1300, 'AWS::EC2::SecurityGroup');
  expect(await look(groups, groups)).toEqual([expect.objectContaining({ state: 'ok', found: '2500; 1300 planned' })]);
});
