import { EstimatedSize } from '../../lib/landing-zone/quotas/estimated-size';
import { sizeProblems, type SizeProblems } from '../../lib/landing-zone/quotas';
import { DOCUMENT_QUOTAS } from '../../lib/model';

const problems = (Resources: object): SizeProblems => sizeProblems('a/keys', JSON.stringify({ Resources }));
const refused = (resources: object): readonly string[] => problems(resources).refused;
const one = (Type: string, Properties: object): SizeProblems => problems({ Subject: { Type, Properties } });
const NONE: SizeProblems = { refused: [], warnings: [] };

/** A document whose JSON has that many characters. */
const document = (characters: number): object => ({ Sid: 'x'.repeat(characters - '{"Sid":""}'.length) });

const put = (path: string, value: unknown): unknown =>
  path.split('.').reduceRight((inner, key) => ({ [key]: inner }), value);

const role = (properties: object = {}) => ({ Type: 'AWS::IAM::Role', Properties: properties });
const policy = (type: string, characters: number) => ({
  Type: type,
  Properties: { Roles: [{ Ref: 'Reader' }], PolicyDocument: document(characters) },
});

describe('what AWS refuses for its size', () => {
  test.each(DOCUMENT_QUOTAS.filter(({ property }) => property !== ''))(
    '$type: $property of more than $characters characters',
    ({ type, property, what, characters, isAdjustable }) => {
      const of = (size: number) => one(type, Object(put(property, document(size))));
      expect(of(characters)).toEqual(NONE);
      const start = `a/keys: Subject has a ${what} of about ${characters + 1} characters: AWS takes ${characters}`;
      const divide = 'ivide what it is for among several.';
      const may = `${start} where nobody asked for more. Ask for more at Service Quotas first, or d${divide}`;
      expect(of(characters + 1)).toEqual(
        isAdjustable ? { refused: [], warnings: [may] } : { refused: [`${start}. D${divide}`], warnings: [] },
      );
    },
  );

  test('a task definition is measured as a whole', () => {
    const task = (size: number) =>
      refused({ Subject: { Type: 'AWS::ECS::TaskDefinition', Properties: document(size) } });
    expect(task(65_536)).toEqual([]);
    expect(task(65_537)).toHaveLength(1);
  });

  test('texts count by their characters, as AWS stores them', () => {
    const parameter = (Value: string) => refused({ Subject: { Type: 'AWS::SSM::Parameter', Properties: { Value } } });
    expect(parameter('"'.repeat(4_096))).toEqual([]);
    expect(parameter('"'.repeat(4_097))).toHaveLength(1);
  });

  test('a text that is joined counts by its characters too', () => {
    const policy = (length: number) => {
      const PolicyDocument = { 'Fn::Join': ['\n', ['"'.repeat(length - 13), { Ref: 'AWS::AccountId' }]] };
      return one('AWS::Logs::ResourcePolicy', { PolicyDocument });
    };
    expect(policy(5_120)).toEqual(NONE);
    expect(policy(5_121).refused).toEqual([expect.stringContaining('about 5121 characters: AWS takes 5120')]);
  });

  test('a size that depends on what AWS makes is a warning', () => {
    const queue = (known: number) => ({ Sid: 'x'.repeat(known), Resource: { Ref: 'Queue' } });
    const around = JSON.stringify(queue(0)).length - JSON.stringify({ Ref: 'Queue' }).length + 2;
    const of = (known: number) => one('AWS::SQS::QueuePolicy', { PolicyDocument: queue(known - around) });
    expect(of(8_092)).toEqual(NONE);
    expect(of(8_192)).toEqual({
      refused: [],
      warnings: [
        expect.stringContaining(
          'about 8292 characters, 8192 or more with what is known at deployment alone: AWS takes',
        ),
      ],
    });
    expect(of(8_193)).toEqual({ refused: [expect.stringContaining('about 8293 characters: AWS takes')], warnings: [] });
  });

  test.each([
    ['Standard', 4_096],
    ['Advanced', 8_192],
    ['Intelligent-Tiering', 8_192],
    [{ Ref: 'Tier' }, 8_192],
  ])('a parameter of the tier %j holds %d characters', (Tier, most) => {
    const of = (length: number) => one('AWS::SSM::Parameter', { Value: 'x'.repeat(length), Tier });
    expect(of(most)).toEqual(NONE);
    expect(of(most + 1).refused).toEqual([expect.stringContaining(`AWS takes ${most}.`)]);
  });

  test('lists have a length', () => {
    const rule = (count: number) =>
      refused({
        Subject: { Type: 'AWS::Events::Rule', Properties: { Targets: Array.from({ length: count }, () => ({})) } },
      });
    expect(rule(5)).toEqual([]);
    expect(rule(6)).toEqual([expect.stringContaining('has 6 targets: AWS takes 5')]);
  });

  test('managed policies of a role count wherever they are attached', () => {
    const arns = (count: number) => ({
      ManagedPolicyArns: Array.from({ length: count }, (_, index) => `arn:${index}`),
    });
    const attached = policy('AWS::IAM::ManagedPolicy', 100);
    expect(problems({ Reader: role(arns(9)), One: attached })).toEqual(NONE);
    expect(problems({ Reader: role(arns(9)), One: attached, Two: attached })).toEqual({
      refused: [],
      warnings: [expect.stringContaining('Reader has 11 managed policies: AWS takes 10 where nobody asked for more')],
    });
    expect(problems({ Other: role(arns(9)), One: attached, Two: attached })).toEqual(NONE);
  });

  test('inline policies of a role count together', () => {
    const own = role({ Policies: [{ PolicyName: 'own', PolicyDocument: document(5_000) }] });
    expect(refused({ Reader: own, One: policy('AWS::IAM::Policy', 5_240) })).toEqual([]);
    expect(refused({ Reader: own, One: policy('AWS::IAM::Policy', 5_241) })).toEqual([
      expect.stringContaining('inline policies of about 10241 characters in all: AWS takes 10240'),
    ]);
  });
});

describe('the size of what is known at deployment alone', () => {
  const absent = { 'Fn::If': ['Here', 'abcdef', { Ref: 'AWS::NoValue' }] };

  test.each<[string, unknown, { usual: number; least: number }]>([
    ['a text', 'ab', { usual: 4, least: 4 }],
    ['a map', { a: 1, b: [true, null] }, { usual: 23, least: 23 }],
    ['a reference, as an ARN', { Ref: 'Key' }, { usual: 102, least: 2 }],
    ['an attribute', { 'Fn::GetAtt': ['Key', 'Arn'] }, { usual: 102, least: 2 }],
    ['the account', { Ref: 'AWS::AccountId' }, { usual: 14, least: 14 }],
    ['the region', { Ref: 'AWS::Region' }, { usual: 16, least: 11 }],
    ['parts that are joined', { 'Fn::Join': ['/', ['ab', { Ref: 'AWS::AccountId' }, '"']] }, { usual: 20, least: 20 }],
    ['places in a text', { 'Fn::Sub': 'a"${AWS::AccountId}${Key}${!Not}' }, { usual: 123, least: 23 }],
    ['places that are given', { 'Fn::Sub': ['${One}${Two}', { One: 'ab' }] }, { usual: 104, least: 4 }],
    ['the longer or the shorter branch', { 'Fn::If': ['Here', 'a', 'abc'] }, { usual: 5, least: 3 }],
    ['a list that is made at deployment', { 'Fn::Split': [',', { Ref: 'List' }] }, { usual: 102, least: 2 }],
    ['an entry that may be absent', { a: 'b', c: absent }, { usual: 22, least: 9 }],
    ['an item that may be absent', ['b', absent], { usual: 14, least: 5 }],
  ])('%s', (_, value, sizes) => {
    expect({ usual: EstimatedSize.usual.json(value), least: EstimatedSize.least.json(value) }).toEqual(sizes);
  });

  test.each<[string, unknown, number]>([
    ['a text', '"\n', 2],
    ['parts', { 'Fn::Join': ['\n', ['""', { 'Fn::Join': ['', ['"', { Ref: 'AWS::AccountId' }]] }]] }, 16],
    ['places', { 'Fn::Sub': ['"${One}${Key}', { One: '""' }] }, 103],
    ['branches', { 'Fn::If': ['Here', '""', '"'] }, 2],
    ['a map, as its JSON', { a: '"' }, 10],
  ])('of a text that is not JSON: %s', (_, value, size) => {
    expect(EstimatedSize.usual.text(value)).toBe(size);
  });
});
