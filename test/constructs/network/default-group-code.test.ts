import { runInNewContext } from 'node:vm';
import { CLOSING_CODE } from '../../../constructs/network/default-group-code';

interface Rule {
  readonly SecurityGroupRuleId: string;
  readonly IsEgress: boolean;
}

const INGRESS: Rule = { SecurityGroupRuleId: 'sgr-in', IsEgress: false };
const EGRESS: Rule = { SecurityGroupRuleId: 'sgr-out', IsEgress: true };

/** A command of the SDK. */
const command = (name: string) =>
  class {
    readonly name = name;
    constructor(readonly input: { readonly NextToken?: string }) {}
  };

interface World {
  /** The rules at each look; the last holds from then on. */
  readonly looks: Rule[][];
  readonly groups?: readonly string[];
  /** What the first revocation answers. */
  readonly error?: string;
  readonly accepted?: boolean;
}

/** The SDK of this world, which notes what is asked of it. */
function sdk({ looks, groups = [], error }: World, calls: string[]) {
  let refusal = error;
  const page = (first: boolean) => {
    const rules = looks[0] ?? [];
    if (looks.length > 1 && (!first || rules.length < 2)) looks.shift();
    if (rules.length < 2) return { SecurityGroupRules: rules };
    return first
      ? { SecurityGroupRules: rules.slice(0, 1), NextToken: 'more' }
      : { SecurityGroupRules: rules.slice(1) };
  };
  class EC2Client {
    send({ name, input }: { name: string; input: { NextToken?: string } }): Promise<unknown> {
      if (name === 'groups') return Promise.resolve({ SecurityGroups: groups.map((GroupId) => ({ GroupId })) });
      if (name === 'rules') return Promise.resolve(page(input.NextToken === undefined));
      calls.push(`${name} ${JSON.stringify(input)}`);
      const failure = refusal;
      refusal = undefined;
      return failure === undefined
        ? Promise.resolve({})
        : Promise.reject(Object.assign(new Error(`no: ${failure}`), { name: failure }));
    }
  }
  return {
    EC2Client,
    DescribeSecurityGroupsCommand: command('groups'),
    DescribeSecurityGroupRulesCommand: command('rules'),
    RevokeSecurityGroupIngressCommand: command('ingress'),
    RevokeSecurityGroupEgressCommand: command('egress'),
  };
}

/** Runs the function and says what it revoked, and what CloudFormation hears. */
async function run(world: World, event: object = {}) {
  const calls: string[] = [];
  const answers: unknown[] = [];
  const exports: { handler?: (event: unknown) => Promise<void> } = {};
  runInNewContext(CLOSING_CODE, {
    exports,
    require: () => sdk(world, calls),
    fetch: (url: string, { method, body }: { method: string; body: string }) => {
      answers.push({ to: `${method} ${url}`, ...(JSON.parse(body) as object) });
      return Promise.resolve({ ok: world.accepted ?? true, status: 403 });
    },
  });
  await exports.handler?.({
    RequestType: 'Create',
    ResponseURL: 'https://answer',
    StackId: 's',
    RequestId: 'r',
    LogicalResourceId: 'l',
    ResourceProperties: { DefaultSecurityGroupId: 'sg-1' },
    ...event,
  });
  return { calls, answers };
}

const REVOKED = [
  'ingress {"GroupId":"sg-1","SecurityGroupRuleIds":["sgr-in"]}',
  'egress {"GroupId":"sg-1","SecurityGroupRuleIds":["sgr-out"]}',
];
const SUCCESS = [{ to: 'PUT https://answer', Status: 'SUCCESS', PhysicalResourceId: 'sg-1' }];

test('fits into a template', () => {
  expect(CLOSING_CODE.length).toBeLessThanOrEqual(4096);
});

test('takes all rules, page by page, whoever made them', async () => {
  const { calls, answers } = await run({ looks: [[INGRESS, EGRESS], []] });
  expect(calls).toEqual(REVOKED);
  expect(answers).toMatchObject(SUCCESS);
});

test('leaves an empty group alone, so that it can run again', async () => {
  const { calls, answers } = await run({ looks: [[]] }, { RequestType: 'Update', PhysicalResourceId: 'sg-1' });
  expect(calls).toEqual([]);
  expect(answers).toMatchObject(SUCCESS);
});

test('finds the group of a VPC that the template does not make', async () => {
  const properties = { ResourceProperties: { VpcId: 'vpc-1' } };
  const { answers } = await run({ looks: [[EGRESS], []], groups: ['sg-1'] }, properties);
  expect(answers).toMatchObject(SUCCESS);
  const nothing = await run({ looks: [[]] }, properties);
  expect(nothing.answers).toMatchObject([{ Status: 'FAILED', Reason: 'the VPC vpc-1 has no default security group' }]);
});

test('looks again when somebody else took a rule first', async () => {
  const { calls, answers } = await run({
    looks: [[INGRESS], [EGRESS], []],
    error: 'InvalidSecurityGroupRuleId.NotFound',
  });
  expect(calls).toEqual(REVOKED);
  expect(answers).toMatchObject(SUCCESS);
});

test('gives nothing back when it is removed, and keeps the name of what it was', async () => {
  const { calls, answers } = await run({ looks: [[INGRESS]] }, { RequestType: 'Delete', PhysicalResourceId: 'sg-1' });
  expect(calls).toEqual([]);
  expect(answers).toMatchObject(SUCCESS);
});

test.each<[string, World, RegExp]>([
  ['a refusal', { looks: [[INGRESS]], error: 'UnauthorizedOperation' }, /no: UnauthorizedOperation/],
  ['rules that come back', { looks: [[INGRESS]] }, /sg-1 still has 1 rules/],
])('%s is a failure with its reason', async (_, world, reason) => {
  const { answers } = await run(world);
  expect(answers).toMatchObject([{ Status: 'FAILED', Reason: expect.stringMatching(reason) as string }]);
});

test('an answer that CloudFormation does not take fails the run, which Lambda repeats', async () => {
  await expect(run({ looks: [[]], accepted: false })).rejects.toThrow(/did not take the answer: 403/);
});
