import fc from 'fast-check';
import { evaluate, readPolicy } from '../../../../lib/proofs/guardrails';
import { PlaceSweep } from '../../../../lib/proofs/guardrails/sweep';
import type { Resource } from '../../../../lib/template';

// The sweep decides by statements, the evaluator by requests: what the sweep finds possible the evaluator must not deny,
// and what it calls denied the evaluator must deny whatever a request carries.

const ACTIONS = [
  's3:PutObject',
  'kms:CreateKey',
  'kms:ScheduleKeyDeletion',
  'cloudtrail:StopLogging',
  'ec2:RunInstances',
];
const ACCOUNT = '111122223333';
const KEYS: Readonly<Record<string, readonly string[]>> = {
  'aws:RequestedRegion': ['ap-east-1', 'us-east-1', '*-east-1'],
  'aws:PrincipalArn': ['arn:aws:iam::*:role/break-glass', 'arn:aws:iam::*:role/*', 'arn:aws:iam::111122223333:root'],
  'aws:PrincipalTag/team': ['red', 'blue', 'r*'],
  'kms:MultiRegion': ['true', 'false'],
  's3:TlsVersion': ['1.2', '1.3'],
  'aws:TagKeys': ['a', 'b'],
};
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  'aws:RequestedRegion': ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'],
  'aws:PrincipalArn': ['ArnLike', 'ArnNotLike', 'StringLike', 'StringNotEquals'],
  'aws:PrincipalTag/team': ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLikeIfExists', 'Null'],
  'kms:MultiRegion': ['Bool', 'BoolIfExists', 'Null'],
  's3:TlsVersion': ['NumericLessThan', 'NumericGreaterThanEquals', 'Null'],
  'aws:TagKeys': ['ForAnyValue:StringEquals', 'ForAllValues:StringEquals', 'ForAnyValue:StringNotEquals'],
};

const oneTest = fc
  .constantFrom(...Object.keys(KEYS))
  .chain((key) =>
    fc
      .tuple(
        fc.constantFrom(...(OPERATORS[key] ?? [])),
        fc.uniqueArray(fc.constantFrom(...(KEYS[key] ?? [])), { minLength: 1, maxLength: 2 }),
      )
      .map(([operator, values]) => ({ [operator]: { [key]: operator === 'Null' ? 'true' : values } })),
  );

const statement = fc
  .record({
    action: fc.tuple(
      fc.constantFrom('Action', 'Action', 'NotAction'),
      fc.uniqueArray(fc.constantFrom('*', 's3:*', 'kms:*', 'kms:Create*', ...ACTIONS), { minLength: 1, maxLength: 2 }),
    ),
    resource: fc.tuple(
      fc.constantFrom('Resource', 'Resource', 'Resource', 'NotResource'),
      fc.constantFrom('*', '*', 'arn:aws:s3:::logs/*', 'arn:aws:kms:*:*:key/*', 'arn:aws:ec2:*:*:instance/*'),
    ),
    tests: fc.array(oneTest, { maxLength: 2 }),
  })
  .map(({ action, resource, tests }) => ({
    Effect: 'Deny',
    [action[0]]: action[1],
    [resource[0]]: resource[1],
    ...(tests.length > 0 ? { Condition: Object.assign({}, ...tests) as object } : {}),
  }));

const world = fc.record({
  statements: fc.array(statement, { minLength: 1, maxLength: 5 }),
  action: fc.constantFrom(...ACTIONS),
  region: fc.constantFrom('ap-east-1', 'us-east-1', 'eu-west-1'),
});

function sweepOf(statements: readonly object[]) {
  const document = readPolicy({ Version: '2012-10-17', Statement: statements }, 'p');
  const guardrail = { document, resource: undefined as unknown as Resource };
  const place = { name: 'account', account: ACCOUNT, serviceControl: [[guardrail]], resourceControl: [] };
  return { document, sweep: new PlaceSweep(place, 'aws') };
}

const ALLOW = readPolicy({ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }, 'all');

/** Whether the statements deny a request of somebody whom everything else allows. */
function isDenied(
  document: ReturnType<typeof readPolicy>,
  action: string,
  resource: string,
  context: Record<string, string | readonly string[] | null>,
) {
  const principal = { type: 'user', arn: `arn:aws:iam::${ACCOUNT}:user/anybody` } as const;
  const request = { action, resource, principal, context, otherKeys: 'absent' as const };
  return evaluate(request, { identity: [ALLOW], serviceControl: [[ALLOW], [ALLOW, document]] }).deniedBy.length > 0;
}

test('what the sweep finds possible, the evaluator does not deny', () => {
  let possible = 0;
  fc.assert(
    fc.property(world, ({ statements, action, region }) => {
      const { document, sweep } = sweepOf(statements);
      const [group] = sweep.named([action]);
      const trial = group && sweep.trial(group, region, sweep.actors);
      if (trial?.answer !== 'possible') return;
      possible++;
      const context = Object.fromEntries([...trial.escape.keys].filter(([, values]) => values !== 'unknown')) as Record<
        string,
        readonly string[]
      >;
      for (const resource of trial.escape.resources) {
        expect([resource, context, isDenied(document, action, resource, context)]).toEqual([resource, context, false]);
      }
    }),
    { numRuns: 1000, seed: 6 },
  );
  expect(possible).toBeGreaterThan(300);
});

test('what the sweep calls denied, the evaluator denies whatever a request carries', () => {
  let denied = 0;
  const value = (key: string) =>
    fc.option(fc.constantFrom(...(KEYS[key] ?? []).map((each) => each.replace('*', 'x')), 'other'));
  const carried = fc.record({
    tag: value('aws:PrincipalTag/team'),
    multi: fc.constantFrom('true', 'false', null),
    tls: fc.constantFrom('1.1', '1.2', '1.25', '1.3', '1.4', null),
    tags: fc.subarray(['a', 'b', 'c']),
  });
  fc.assert(
    fc.property(world, carried, ({ statements, action, region }, { tag, multi, tls, tags }) => {
      const { document, sweep } = sweepOf(statements);
      const [group] = sweep.named([action]);
      const everybody = sweep.actors.filter(({ isNamed }) => !isNamed);
      if (!group || sweep.trial(group, region, everybody).answer !== 'denied') return;
      denied++;
      const name = action.split(':')[0];
      const resources: Readonly<Record<string, string>> = {
        's3:PutObject': 'arn:aws:s3:::bucket/key',
        'kms:CreateKey': '*',
        'kms:ScheduleKeyDeletion': `arn:aws:kms:${region}:${ACCOUNT}:key/1`,
        'cloudtrail:StopLogging': `arn:aws:cloudtrail:${region}:${ACCOUNT}:trail/t`,
      };
      const resource = resources[action];
      if (resource === undefined) return;
      for (const { arn } of everybody) {
        const context = {
          'aws:RequestedRegion': region,
          'aws:PrincipalArn': arn,
          'aws:PrincipalTag/team': tag,
          'kms:MultiRegion': name === 'kms' ? multi : null,
          's3:TlsVersion': name === 's3' ? tls : null,
          'aws:TagKeys': action === 'kms:CreateKey' ? tags : null,
        };
        expect([context, isDenied(document, action, resource, context)]).toEqual([context, true]);
      }
    }),
    { numRuns: 2000, seed: 6 },
  );
  expect(denied).toBeGreaterThan(100);
});
