import { gate, type GateOptions } from '../../lib/gate';
import { strangeness } from '../../lib/gate/resource-types';
import { profileById } from '../../lib/profiles';
import { OUTPUT, PARAMETER, RULES, TEMPLATE } from '../../lib/rules';
import { unitOfText } from '../../lib/template';
import { Scratch } from './support/scratch';
import { waiver } from './support/waiver';

const scratch = new Scratch();
afterAll(() => scratch.clean());

const options = { profile: profileById('hk-s17'), now: new Date('2026-11-26T00:00:00Z') };

const queue = { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: 'alias/queue' } };
const child = { Resources: { Open: { Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: false } } } };

const stack = (url: unknown) => ({ Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: url } });
const stackSet = (more: object) => ({
  Type: 'AWS::CloudFormation::StackSet',
  Properties: { StackSetName: 'all', PermissionModel: 'SERVICE_MANAGED', ...more },
});
const product = (names: object) => ({
  Type: 'AWS::ServiceCatalog::CloudFormationProvisionedProduct',
  Properties: { ...names, ProvisioningArtifactName: 'v1' },
});
const ROTATION_MACRO = 'AWS::SecretsManager-2024-09-16';
const rotation = {
  Type: 'AWS::SecretsManager::RotationSchedule',
  Properties: { SecretId: 'secret', HostedRotationLambda: { RotationType: 'MySQLSingleUser' } },
};
const beside = (more: object, transform?: unknown) => ({
  ...(transform === undefined ? {} : { Transform: transform }),
  Resources: { Queue: queue, More: more },
});

type Shown = [name: string, template: object, because: string];

const ELSEWHERE: readonly Shown[] = [
  ['a nested stack', beside(stack('https://s3.amazonaws.com/bucket/child.json')), 'bucket/child.json'],
  ['a nested stack that a parameter names', beside(stack({ Ref: 'Child' })), 'not among those that were read'],
  ['a stack set', beside(stackSet({ TemplateURL: 'https://s3.amazonaws.com/bucket/child.json' })), 'bucket/child.json'],
  [
    'a stack set with a body of values',
    beside(stackSet({ TemplateBody: { 'Fn::Sub': '${Queue}' } })),
    'made of values',
  ],
  ['a nested application', beside({ Type: 'AWS::Serverless::Application', Properties: { Location: {} } }), 'were read'],
  ['a product of a catalogue', beside(product({ ProductId: 'prod-abcd' })), 'prod-abcd'],
  ['a product by its name', beside(product({ ProductName: 'Account' })), 'Account'],
  ['a function that a macro adds to rotate a secret', beside(rotation, ROTATION_MACRO), 'adds a nested stack'],
];

const MADE: readonly Shown[] = [
  ['a macro', beside(queue, 'Rewrite'), 'macro Rewrite'],
  ['one of several macros', beside(queue, ['AWS::Serverless-2016-10-31', { Name: 'Rewrite' }]), 'macro Rewrite'],
  ['an included text', beside(queue, { Name: 'AWS::Include', Parameters: { Location: 's3://b/k' } }), 'AWS::Include'],
  ['a macro that only sounds like one of CloudFormation', beside(queue, 'AWS::Rewrite'), 'macro AWS::Rewrite'],
  ['a module', beside({ Type: 'My::Queue::Pair::MODULE' }), 'My::Queue::Pair::MODULE'],
];

const shownBy = (result: Awaited<ReturnType<typeof gate>>) =>
  result.findings.filter(({ rule }) => rule === 'deployment-shown');
const judge = (inputs: GateOptions['inputs'], more: Partial<GateOptions> = {}) => gate({ inputs, ...options, ...more });

describe('what is deployed and no template shows', () => {
  test.each([...ELSEWHERE, ...MADE])(
    '%s is undecided, with its reason, and does not pass',
    async (_, body, because) => {
      const result = await judge([scratch.write('parent.json', body)]);
      expect(result.verdict).not.toBe('pass');
      expect(shownBy(result)).toMatchObject([
        { status: 'unknown', control: 'CHG-02', evidence: { because: expect.stringContaining(because) as string } },
      ]);
    },
  );

  test('macros of CloudFormation itself leave nothing undecided', async () => {
    const known = [
      'AWS::Serverless-2016-10-31',
      'AWS::LanguageExtensions',
      'AWS::CodeDeployBlueGreen',
      'AWS::SecretsManager-2020-07-23',
      ROTATION_MACRO,
      'AWS::ServiceCatalog',
    ];
    expect(shownBy(await judge([scratch.write('known.json', beside(queue, known))]))).toEqual([]);
  });

  test('a function of one’s own that rotates a secret leaves nothing undecided', async () => {
    const own = { ...rotation, Properties: { SecretId: 'secret', RotationLambdaARN: { Ref: 'Rotator' } } };
    expect(shownBy(await judge([scratch.write('own.json', beside(own, ROTATION_MACRO))]))).toEqual([]);
  });

  test.each([
    ['a nested stack', stack('child.json')],
    ['a nested application', { Type: 'AWS::Serverless::Application', Properties: { Location: './child.json' } }],
  ])('%s whose template stands beside is judged by it', async (_, more) => {
    scratch.write('child.json', child);
    const result = await judge([scratch.write('parent.json', beside(more))]);
    expect(shownBy(result)).toEqual([]);
    expect(result.findings.map(({ rule }) => rule)).toContain('kms-key-rotates');
  });

  test('a waiver of the register can accept it', async () => {
    const waivers = [waiver({ rule: 'deployment-shown', scope: { logicalId: 'More' }, expires: '2027-01-31' })];
    const file = scratch.write('parent.json', beside(stack('https://s3.amazonaws.com/bucket/child.json')));
    expect(shownBy(await judge([file], { waivers })).map(({ status }) => status)).toEqual(['waived']);
  });
});

const STRANGE: readonly Shown[] = [
  ['a private type', beside({ Type: 'My::Own::Thing' }), 'My::Own::Thing is not a type of AWS'],
  ['a type of somebody else', beside({ Type: 'Datadog::Monitors::Monitor' }), 'stands in no template'],
  [
    'a name that is misspelt',
    beside({ Type: 'AWS::S3::Bukcet' }),
    'have no type AWS::S3::Bukcet: its name is misspelt',
  ],
  ['a name in another case', beside({ Type: 'AWS::S3::bucket' }), 'or it is newer than they are'],
  ['a name of SAM that is misspelt', beside({ Type: 'AWS::Serverless::Functon' }), 'AWS::Serverless::Functon'],
];
const strangersIn = (result: Awaited<ReturnType<typeof gate>>) =>
  result.findings.filter(({ rule }) => rule === 'resource-type-known');

describe('a resource beside good ones', () => {
  test.each(STRANGE)('of %s is undecided, with its reason, and does not pass', async (_, body, because) => {
    const result = await judge([scratch.write('strange.json', body)]);
    expect(result.verdict).not.toBe('pass');
    expect(strangersIn(result)).toMatchObject([
      { status: 'unknown', control: 'CHG-02', evidence: { because: expect.stringContaining(because) as string } },
    ]);
  });

  test.each([
    'AWS::SQS::Queue',
    'AWS::CDK::Metadata',
    'AWS::CloudFormation::CustomResource',
    'AWS::CloudFormation::WaitConditionHandle',
    'AWS::Serverless::Connector',
    'Alexa::ASK::Skill',
    'Custom::Anything',
    'My::Queue::Pair::MODULE',
  ])('of type %s is known, or told by another rule', async (Type) => {
    expect(strangersIn(await judge([scratch.write('known.json', beside({ Type }))]))).toEqual([]);
  });

  test('of a type that a rule judges, or that a region lacks, is known', () => {
    const standIns = new Set(['*', OUTPUT, PARAMETER, TEMPLATE, 'AWS::CloudFormation::Authentication']);
    const judgedTypes = RULES.flatMap(({ types }) => types).filter((type) => !standIns.has(type));
    const absent = Object.values(options.profile.absentTypes).flatMap((types) => [...types]);
    expect([...judgedTypes, ...absent].filter((type) => strangeness(type) !== undefined)).toEqual([]);
  });

  test('that never exists is not judged', async () => {
    const Conditions = { Never: { 'Fn::Equals': ['a', 'b'] } };
    const body = { Conditions, ...beside({ Type: 'My::Own::Thing', Condition: 'Never' }) };
    expect(strangersIn(await judge([scratch.write('never.json', body)]))).toEqual([]);
  });

  test('can be accepted by a waiver of the register', async () => {
    const waivers = [waiver({ rule: 'resource-type-known', scope: { type: 'My::Own::Thing' }, expires: '2027-01-31' })];
    const file = scratch.write('strange.json', beside({ Type: 'My::Own::Thing' }));
    expect(strangersIn(await judge([file], { waivers })).map(({ status }) => status)).toEqual(['waived']);
  });

  test('is undecided to a hook too, of a stack and alone', async () => {
    const unit = (body: object) => unitOfText('asked', JSON.stringify(body));
    const strange = { Type: 'My::Own::Thing' };
    const ofStack = await judge([unit(beside(strange))], { part: true, resourcesFollow: true });
    const alone = await judge([unit({ Resources: { More: strange } })], { part: true, alone: true });
    for (const result of [ofStack, alone]) {
      expect(result.verdict).not.toBe('pass');
      expect(strangersIn(result).map(({ status }) => status)).toEqual(['unknown']);
    }
  });
});

describe('to a hook, which is asked about each stack', () => {
  const asked = (body: object, more: Partial<GateOptions> = {}) =>
    judge([unitOfText('parent', JSON.stringify(body))], { part: true, ...more });

  test.each(ELSEWHERE)('%s is left to the judgement on that one', async (_, body) => {
    const result = await asked(body);
    expect(shownBy(result)).toEqual([]);
    expect(result.notApplicable).toMatchObject([{ rule: 'deployment-shown', logicalId: 'More' }]);
  });

  test.each(MADE)('%s is left to the judgement on each resource, where there is one', async (_, body) => {
    expect(shownBy(await asked(body, { resourcesFollow: true }))).toEqual([]);
    expect(shownBy(await asked(body)).map(({ status }) => status)).toEqual(['unknown']);
  });
});
