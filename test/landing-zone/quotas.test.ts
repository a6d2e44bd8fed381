import { estimatedSize } from '../../lib/landing-zone/quotas/estimated-size';
import { refusedSizes } from '../../lib/landing-zone/quotas';
import { DOCUMENT_QUOTAS } from '../../lib/model';

const refused = (Resources: object): readonly string[] => refusedSizes('a/keys', JSON.stringify({ Resources }));

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
    ({ type, property, what, characters }) => {
      const of = (size: number) =>
        refused({ Subject: { Type: type, Properties: put(property, document(size)) } }).filter((text) =>
          text.includes(what),
        );
      expect(of(characters)).toEqual([]);
      expect(of(characters + 1)).toEqual([
        `a/keys: Subject has a ${what} of about ${characters + 1} characters: AWS takes ${characters}. Divide what it is for among several.`,
      ]);
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
    expect(refused({ Reader: role(arns(9)), One: attached })).toEqual([]);
    expect(refused({ Reader: role(arns(9)), One: attached, Two: attached })).toEqual([
      expect.stringContaining('Reader has 11 managed policies: AWS takes 10'),
    ]);
    expect(refused({ Other: role(arns(9)), One: attached, Two: attached })).toEqual([]);
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
  test.each<[string, unknown, number]>([
    ['a text', 'ab', 4],
    ['a map', { a: 1, b: [true, null] }, JSON.stringify({ a: 1, b: [true, null] }).length],
    ['a reference, as an ARN', { Ref: 'Key' }, 102],
    ['an attribute', { 'Fn::GetAtt': ['Key', 'Arn'] }, 102],
    ['the account', { Ref: 'AWS::AccountId' }, 14],
    ['parts that are joined', { 'Fn::Join': ['/', ['ab', { Ref: 'AWS::AccountId' }, 'c']] }, 2 + 2 + 1 + 12 + 1 + 1],
    ['places in a text', { 'Fn::Sub': 'ab${AWS::AccountId}${Key}${!Not}' }, 2 + 2 + 12 + 100 + 7],
    ['the longer of two branches', { 'Fn::If': ['Here', 'a', 'abc'] }, 5],
    ['a list that is made at deployment', { 'Fn::Split': [',', { Ref: 'List' }] }, 102],
  ])('%s', (_, value, size) => {
    expect(estimatedSize(value)).toBe(size);
  });
});
