import fc from 'fast-check';
import type { Caller, PolicySet, Question } from './decide';
import type { Document, Statement } from './statement';

// A small world, so that requests and policies meet: every combination in it is one whose outcome AWS documents.

const HOME = '111122223333';
const OTHER = '444455556666';
const MANAGEMENT = '999988887777';

const user = (account: string, name: string): Caller => {
  return { kind: 'user', account, arn: `arn:aws:iam::${account}:user/${name}` };
};
const role = (account: string, path: string): Caller => {
  const name = path.split('/').at(-1) ?? path;
  const session = `arn:aws:sts::${account}:assumed-role/${name}/run-7`;
  return { kind: 'role', account, arn: `arn:aws:iam::${account}:role/${path}`, session };
};

const CALLERS: readonly Caller[] = [
  user(HOME, 'bob'),
  role(HOME, 'deploy'),
  role(HOME, 'aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig'),
  user(OTHER, 'eve'),
  role(OTHER, 'audit'),
  role(MANAGEMENT, 'admin'),
  { kind: 'service', name: 'cloudtrail.amazonaws.com' },
];

const TARGETS: readonly (readonly [string, string])[] = [
  ['s3:GetObject', 'arn:aws:s3:::records/red/a.txt'],
  ['s3:PutObject', 'arn:aws:s3:::records/blue/b?.txt'],
  ['kms:Decrypt', `arn:aws:kms:ap-east-1:${HOME}:key/1234`],
  ['sqs:SendMessage', `arn:aws:sqs:ap-east-1:${HOME}:jobs`],
  ['ec2:RunInstances', `arn:aws:ec2:us-east-1:${HOME}:instance/*`],
];

/** Key -> values that requests carry, operators that fit it, and values that policies ask for. */
const KEYS: Readonly<Record<string, readonly [readonly string[], readonly string[], readonly string[]]>> = {
  'aws:RequestedRegion': [
    ['ap-east-1', 'us-east-1', 'AP-EAST-1'],
    [
      'StringEquals',
      'StringNotEquals',
      'StringEqualsIgnoreCase',
      'StringNotEqualsIgnoreCase',
      'StringLike',
      'StringNotLike',
    ],
    ['ap-east-1', 'us-*', '??-east-1', 'us-east-1'],
  ],
  'aws:PrincipalTag/team': [
    ['red', 'blue', '*'],
    ['StringEquals', 'StringLike', 'StringNotEquals'],
    ['red', '${*}', "${aws:RequestedRegion, 'blue'}"],
  ],
  's3:max-keys': [
    ['10', '11', '9.5'],
    [
      'NumericEquals',
      'NumericNotEquals',
      'NumericLessThan',
      'NumericLessThanEquals',
      'NumericGreaterThan',
      'NumericGreaterThanEquals',
    ],
    ['10', '9.5'],
  ],
  'aws:CurrentTime': [
    ['2026-11-25T00:00:00Z', '2026-11-26T12:30:00Z'],
    ['DateEquals', 'DateNotEquals', 'DateLessThan', 'DateLessThanEquals', 'DateGreaterThan', 'DateGreaterThanEquals'],
    ['2026-11-25T00:00:00Z', '2026-11-26T00:00:00Z'],
  ],
  'aws:SecureTransport': [['true', 'false'], ['Bool'], ['true', 'false']],
  'aws:SourceIp': [
    ['10.1.2.3', '203.0.113.9'],
    ['IpAddress', 'NotIpAddress'],
    ['10.0.0.0/8', '203.0.113.9', '203.0.113.0/29'],
  ],
  'aws:SourceArn': [
    ['arn:aws:sns:ap-east-1:111122223333:topic', 'arn:aws:s3:::records'],
    ['ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike'],
    ['arn:aws:sns:*:111122223333:*', 'arn:aws:s3:::rec?rds', 'arn:aws:sns:us-east-1:*:*'],
  ],
};

/** Keys that carry several values: these need a set operator. */
const SETS: readonly [string, readonly string[]] = ['aws:TagKeys', ['owner', 'team', 'cost']];

const some = <T>(values: readonly T[], most = values.length) =>
  fc.subarray([...values], { minLength: 1, maxLength: most });

const singleTest = fc
  .constantFrom(...Object.entries(KEYS))
  .chain(([key, [, operators, wanted]]) =>
    fc
      .tuple(fc.constantFrom('', 'IfExists'), fc.constantFrom(...operators), some(wanted, 2))
      .map(([ifExists, operator, values]) => ({ [`${operator}${ifExists}`]: { [key]: values } })),
  );
const setTest = fc
  .tuple(
    fc.constantFrom('ForAllValues:', 'ForAnyValue:'),
    fc.constantFrom('StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'),
    some([...SETS[1], 't*'], 2),
  )
  .map(([set, operator, values]) => ({ [`${set}${operator}`]: { [SETS[0]]: values } }));
const nullTest = fc
  .tuple(fc.constantFrom(...Object.keys(KEYS), SETS[0]), fc.constantFrom('true', 'false'))
  .map(([key, value]) => ({ Null: { [key]: [value] } }));

const condition = fc
  .array(fc.oneof(singleTest, singleTest, setTest, nullTest), { maxLength: 2 })
  .map((tests) => ({ Condition: Object.assign({}, ...tests) as NonNullable<Statement['Condition']> }));

const actions = some(['*', 's3:*', 's3:Get*', 'S3:putobject', 'kms:Decrypt', 'ec2:Run?nstances', 'sqs:SendMessage'], 3);
const resources = some(
  [
    '*',
    'arn:aws:s3:::records/*',
    'arn:aws:s3:::records/red/?.txt',
    'arn:aws:s3:::records/blue/b${?}.txt',
    `arn:aws:kms:*:${HOME}:key/*`,
  ],
  3,
);
const variableResource = fc.constant(['arn:aws:s3:::records/${aws:PrincipalTag/team}/*']);

const principals = some(
  [
    HOME,
    `arn:aws:iam::${OTHER}:root`,
    ...CALLERS.flatMap((caller) => (caller.kind === 'service' ? [] : [caller.arn])),
    ...CALLERS.flatMap((caller) => (caller.kind === 'role' ? [caller.session] : [])),
  ],
  4,
);
/** An exception that names whoever it spares in every form, account by account: of anything less AWS does not say what it does. */
const spared = some([HOME, OTHER, MANAGEMENT], 2).map((accounts) => ({
  AWS: CALLERS.flatMap((caller) => {
    if (caller.kind === 'service' || !accounts.includes(caller.account)) return [];
    return [caller.arn, ...(caller.kind === 'role' ? [caller.session] : []), `arn:aws:iam::${caller.account}:root`];
  }),
}));

const body = fc
  .tuple(
    fc.oneof(
      { weight: 3, arbitrary: actions.map((Action) => ({ Action })) },
      { weight: 1, arbitrary: actions.map((NotAction) => ({ NotAction })) },
    ),
    fc.oneof(
      { weight: 4, arbitrary: fc.oneof(resources, variableResource).map((Resource) => ({ Resource })) },
      { weight: 1, arbitrary: resources.map((NotResource) => ({ NotResource })) },
    ),
    condition,
  )
  .map(([action, resource, tests]) => ({ ...action, ...resource, ...tests }));

const effect = fc.constantFrom<Statement['Effect']>('Allow', 'Allow', 'Allow', 'Allow', 'Allow', 'Deny');
const documentOf = (statement: fc.Arbitrary<Statement>): fc.Arbitrary<Document> =>
  fc.array(statement, { minLength: 1, maxLength: 3 }).map((Statement) => ({ Version: '2012-10-17', Statement }));
const oneOf = (statement: fc.Arbitrary<Statement>): fc.Arbitrary<Document> =>
  statement.map((one) => ({ Version: '2012-10-17', Statement: [one] }));
const plain = documentOf(fc.tuple(effect, body).map(([Effect, rest]) => ({ Effect, ...rest })));
const allowsAll: Document = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: ['*'], Resource: ['*'] }],
};
const denying = oneOf(body.map((rest) => ({ Effect: 'Deny' as const, ...rest })));
/** Resource control policies name their principals, and can name only all. */
const denyingAll = oneOf(body.map((rest) => ({ Effect: 'Deny' as const, Principal: '*' as const, ...rest })));
const onResource = (star: boolean) =>
  documentOf(
    fc
      .tuple(
        effect,
        body,
        fc.oneof(
          principals.map((AWS) => ({ Principal: { AWS, Service: ['cloudtrail.amazonaws.com'] } })),
          principals.map((AWS) => ({ Principal: { AWS } })),
          ...(star ? [fc.constant({ Principal: '*' as const })] : []),
        ),
        spared,
      )
      .map(([Effect, rest, who, NotPrincipal]) =>
        Effect === 'Deny' && 'NotAction' in rest ? { Effect, ...rest, NotPrincipal } : { Effect, ...rest, ...who },
      ),
  );

const generous = fc.oneof(plain, fc.constant(allowsAll));
const levels = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constant([allowsAll]) },
    denying.map((document) => [allowsAll, document]),
    plain.map((document) => [document]),
  ),
  { minLength: 1, maxLength: 2 },
);

export const policySet: fc.Arbitrary<PolicySet> = fc
  .record(
    {
      serviceControl: levels,
      resourceControl: fc.array(fc.array(denyingAll, { maxLength: 1 }), { maxLength: 2 }),
      identity: fc.array(generous, { minLength: 1, maxLength: 2 }),
      boundary: generous,
      session: fc.array(generous, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: ['identity'] },
  )
  .chain((policies) =>
    fc
      .option(onResource(!policies.boundary && !policies.session), { nil: undefined })
      .map((resource) => (resource ? { ...policies, resource } : policies)),
  );

export const question: fc.Arbitrary<Question> = fc
  .record({
    caller: fc.constantFrom(...CALLERS),
    target: fc.constantFrom(...TARGETS),
    resourceAccount: fc.constantFrom(HOME, HOME, MANAGEMENT),
    values: fc.record(
      {
        ...Object.fromEntries(
          Object.entries(KEYS).map(([key, [carried]]) => [key, fc.constantFrom(...carried).map((one) => [one])]),
        ),
        [SETS[0]]: some(SETS[1]),
      },
      { requiredKeys: [] },
    ),
  })
  .map(({ caller, target: [action, resource], resourceAccount, values }) => ({
    caller,
    action,
    resource,
    resourceAccount,
    managementAccount: MANAGEMENT,
    values: new Map(Object.entries(values).map(([key, carried]) => [key.toLowerCase(), carried as readonly string[]])),
  }));

/** What a request may carry of each key, for questions of which not all is known. */
export const POSSIBLE: ReadonlyMap<string, readonly (readonly string[] | undefined)[]> = new Map([
  ...Object.entries(KEYS).map(([key, [carried]]): [string, readonly (readonly string[] | undefined)[]] => [
    key.toLowerCase(),
    [undefined, ...carried.map((one) => [one])],
  ]),
  [SETS[0].toLowerCase(), [undefined, ['owner'], ['team', 'cost'], ['owner', 'team', 'cost']]],
]);
