import { describe as inWords, templateFromObject, Unknown, type TemplateOptions } from '../../lib/template';
import { propertiesOf, resolved, type Sections } from './resolving';

const text = { Type: 'String' };
const ref = (name: string) => ({ Ref: name });
const equals = (a: unknown, b: unknown) => ({ 'Fn::Equals': [a, b] });

/** What an unknown value without a name says of itself, any other in words. */
function said(expression: unknown, sections: Sections = {}, options: TemplateOptions = {}): string {
  const value = resolved(expression, sections, options);
  return value instanceof Unknown ? value.reason : inWords(value);
}

test.each<[string, TemplateOptions, string]>([
  ['of Hong Kong', { region: 'ap-east-1' }, 'aws amazonaws.com ap-east-1'],
  ['of China', { region: 'cn-north-1' }, 'aws-cn amazonaws.com.cn cn-north-1'],
  ['of GovCloud', { region: 'us-gov-west-1' }, 'aws-us-gov amazonaws.com us-gov-west-1'],
  ['that is not known, in a partition that is', { partition: 'aws-cn' }, 'aws-cn amazonaws.com.cn ${AWS::Region}'],
  ['in a partition that is stated', { region: 'ap-east-1', partition: 'aws-cn' }, 'aws-cn amazonaws.com.cn ap-east-1'],
  ['of a partition without a known suffix', { partition: 'aws-other' }, 'aws-other ${AWS::URLSuffix} ${AWS::Region}'],
  ['that is not known', {}, '${AWS::Partition} ${AWS::URLSuffix} ${AWS::Region}'],
])('partition and suffix of a region %s', (_, options, expected) => {
  const value = resolved({ 'Fn::Sub': '${AWS::Partition} ${AWS::URLSuffix} ${AWS::Region}' }, {}, options);
  expect(inWords(value)).toBe(expected);
});

test('name and account of the stack are what is given', () => {
  const options = { stackName: 'S', account: '111122223333' };
  expect(resolved({ 'Fn::Sub': '${AWS::StackName} ${AWS::AccountId}' }, {}, options)).toBe('S 111122223333');
});

describe('parameters', () => {
  const Parameters = {
    Env: { ...text, Default: 'dev' },
    Number: { Type: 'Number', Default: 5 },
    Spaced: { Type: 'CommaDelimitedList', Default: ' a , b' },
    Subnets: { Type: 'List<AWS::EC2::Subnet::Id>' },
    NoList: { Type: 'ListOfSomething', Default: 'a,b' },
    Listed: { ...text, Default: ['a', 'b'] },
    Mapped: { ...text, Default: {} },
    Choice: { ...text, AllowedValues: ['a', 'b', 'c'] },
    Flags: { ...text, AllowedValues: [true, 1] },
    Stored: { Type: 'AWS::SSM::Parameter::Value<String>', AllowedValues: ['/a', '/b'], Default: '/a' },
    Nameless: { Type: 'AWS::SSM::Parameter::Value<String>' },
    Prefixed: { Type: 'My::AWS::SSM::Parameter::Value<String>', Default: 'x' },
  };
  const Conditions = {
    Prod: equals(ref('Env'), 'prod'),
    NotDev: { 'Fn::Not': [equals(ref('Env'), 'dev')] },
    NotA: { 'Fn::Not': [equals(ref('Choice'), 'a')] },
    IsA: equals(ref('Choice'), 'a'),
  };
  const sections = { Parameters, Conditions };
  const within = (condition: string, name: string) => said({ 'Fn::If': [condition, ref(name), 'else'] }, sections);

  test.each<[string, unknown, string]>([
    ['a number is text', ref('Number'), '5'],
    ['items are trimmed', ref('Spaced'), '["a", "b"]'],
    ['a list that is open', ref('Subnets'), 'parameter Subnets has no default'],
    ['a type that only starts like a list', ref('NoList'), 'a,b'],
    ['a default that is a list', ref('Listed'), 'a,b'],
    ['a default that is a map', ref('Mapped'), 'parameter Mapped has no default'],
    ['values that are no text', ref('Flags'), 'one of: "true", "1"'],
    ['a stored one without a name', ref('Nameless'), 'parameter Nameless has no default'],
    ['a stored one that is not here', ref('Stored'), 'stored parameter /a is not in these templates'],
    ['a type that only ends like a stored one', ref('Prefixed'), 'x'],
  ])('%s', (_, expression, expected) => {
    expect(said(expression, sections)).toBe(expected);
  });

  test.each<[string, string, string]>([
    ['Prod', 'Env', 'one of: "prod", "else"'],
    ['NotDev', 'Env', 'one of: ${Env}, "else"'],
    ['NotA', 'Choice', 'one of: "b", "c", "else"'],
    ['IsA', 'Choice', 'one of: "a", "else"'],
  ])('where %s holds, %s is %s', (condition, name, expected) => {
    expect(within(condition, name)).toBe(expected);
  });

  test('a default that does not apply is told', () => {
    const value = propertiesOf({ A: ref('Env') }, sections, {}, 'NotDev')?.['A'];
    const reason = 'parameter Env is given at deployment; its default "dev" does not apply here';
    expect(value instanceof Unknown ? [value.reason, value.source] : value).toEqual([reason, 'Env']);
  });

  test('what is given is typed, and wins', () => {
    const parameters = { Subnets: 'a, b', Spaced: '', Choice: 'z', Stored: '/c', Number: '7', Other: 'x' };
    const values = ['Subnets', 'Spaced', 'Choice', 'Stored', 'Number'].map((name) =>
      said(ref(name), sections, { parameters }),
    );
    expect(values).toEqual(['["a", "b"]', '[]', 'z', 'stored parameter /c is not in these templates', '7']);
    expect(said(ref('Other'), sections, { parameters })).toBe(
      'Other is neither a parameter nor a resource of this template',
    );
  });

  test('what is given decides every condition over it', () => {
    const value = { 'Fn::If': ['IsA', 'a', { 'Fn::If': ['NotA', 'not a', 'never'] }] };
    expect(said(value, sections, { parameters: { Choice: 'a' } })).toBe('a');
    expect(said(value, sections, { parameters: { Choice: 'q' } })).toBe('not a');
    expect(said(value, sections)).toBe('one of: "a", "not a"');
  });
});

describe('stored values', () => {
  const Resources = {
    P: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/n', Value: 'v' } },
    Empty: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/empty' } },
    Nameless: { Type: 'AWS::SSM::Parameter', Properties: { Value: 'w' } },
    Other: { Type: 'T', Properties: { Name: '/other', Value: 'o' } },
  };

  test.each<[string, string]>([
    ['{{resolve:ssm:/n}}', 'v'],
    ['{{resolve:ssm:/n:12}}', 'v'],
    ['{{resolve:ssm:/n:x}}', 'a dynamic reference to ssm is read at deployment'],
    ['{{resolve:ssm:/other}}', 'a dynamic reference to ssm is read at deployment'],
    ['{{resolve:ssm-secure:/n}}', 'a dynamic reference to ssm-secure is read at deployment'],
    ['{{resolve:secretsmanager:/n}}', 'a dynamic reference to secretsmanager is read at deployment'],
    ['a {{resolve:ssm:/n}}', 'text depends on {{resolve:ssm:/n}}'],
    ['{{resolve:ssm:/empty}}', 'a dynamic reference to ssm is read at deployment'],
  ])('%s is %s', (expression, expected) => {
    expect(said(expression, { Resources })).toBe(expected);
  });
});

describe('values', () => {
  test('in which nothing is resolved stay what they are; others are made anew', () => {
    const plain = { a: [1, { b: null }], c: 'x' };
    expect(resolved(plain)).toBe(plain);
    const mixed = { plain, list: [plain, { 'Fn::Join': ['', ['x']] }] };
    const value = resolved(mixed);
    expect(value).toEqual({ plain, list: [plain, 'x'] });
    expect(value).not.toBe(mixed);
    expect(typeof value === 'object' && value !== null && 'plain' in value && value.plain).toBe(plain);
    const shortened = ['a', undefined];
    expect(resolved(shortened)).toEqual(['a']);
    expect(resolved({ a: undefined, b: 1 })).toEqual({ b: 1 });
  });

  test('that no template holds are kept as their text, or left out', () => {
    expect(resolved([5n, Symbol('s'), () => 1, undefined])).toEqual(['5', 'Symbol(s)']);
  });

  test('named like members of every object are found nowhere else', () => {
    const value = resolved(JSON.parse('{"__proto__": {"Fn::Join": ["", ["x"]]}, "b": 1}'));
    expect(JSON.stringify(value)).toBe('{"__proto__":"x","b":1}');
    expect(said(ref('constructor'))).toBe('constructor is neither a parameter nor a resource of this template');
    expect(said({ 'Fn::GetAtt': 'constructor.Arn' })).toBe('constructor is not a resource of this template');
    expect(said({ 'Fn::If': ['constructor', 1, 2] })).toBe('one of: 1, 2');
  });

  const nested = (depth: number) => {
    let expression: unknown = 'x';
    for (let level = 0; level < depth; level++) expression = { 'Fn::Base64': expression };
    return expression;
  };

  test('nested functions are followed as deep as a template may be', () => {
    expect(said(nested(290))).toBe('x');
  });

  test('a function counts only when it stands alone', () => {
    expect(said({ 'Fn::Join': ['', ['x']], Other: 1 })).toBe('{Fn::Join: ["", ["x"]], Other: 1}');
    expect(said({ Other: 1, Ref: 'Bucket' })).toBe('{Other: 1, Ref: "Bucket"}');
    expect(said({ Refer: 'Bucket' })).toBe('{Refer: "Bucket"}');
    expect(said({})).toBe('{}');
  });
});

describe('Sub', () => {
  const sections = { Parameters: { Name: { ...text, Default: 'data' } } };

  test.each<[string, unknown, string]>([
    ['with spaces in a name', '${ Name }-${\tName}', 'data-data'],
    ['with a variable twice', ['${A}${A}', { A: 'x' }], 'xx'],
    ['with a variable that hides a parameter', ['${Name}', { Name: 'mine' }], 'mine'],
    ['with a variable that has a dot', ['${A.B}', { 'A.B': 'x' }], 'x'],
    [
      'with a variable named like a member of every object',
      ['${constructor}', {}],
      'constructor is neither a parameter nor a resource of this template',
    ],
    ['with an attribute of more than one name', '${Bucket.A.B}', '${Bucket.A.B}'],
    ['with an attribute in a text', '-${Bucket.Arn}', 'text depends on ${Bucket.Arn}'],
    ['with nothing in its braces', 'a${}b', ' is neither a parameter nor a resource of this template'],
    ['with what only looks like a name', '$Name {Name} $ {Name}', '$Name {Name} $ {Name}'],
    ['with a brace that stays open', 'a${Name', 'a${Name'],
    ['with a literal that looks like a reference', '${!Bucket.Arn}', '${Bucket.Arn}'],
    ['with variables that are no map', ['${Name}', 'x'], 'data'],
  ])('%s', (_, argument, expected) => {
    const value = resolved({ 'Fn::Sub': argument }, sections);
    expect(value instanceof Unknown && !('parts' in value && value.source) ? value.reason : inWords(value)).toMatch(
      expected === ' is neither a parameter nor a resource of this template' ? /is neither/ : exactly(expected),
    );
  });
});

function exactly(words: string): RegExp {
  return new RegExp(`^${words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}$`);
}

describe('a text', () => {
  const MIB = 1024 * 1024;

  test('of a million characters is made, a longer one is not', () => {
    const made = (length: number) => resolved({ 'Fn::Join': ['', ['x'.repeat(length - 1), 'y']] });
    expect(String(made(MIB)).length).toBe(MIB);
    const longer = made(MIB + 1);
    expect(longer instanceof Unknown && longer.reason).toBe('text is longer than 1048576 characters');
  });

  test('counts 64 characters for each part that is to come', () => {
    const made = (parts: number) => said({ 'Fn::Sub': '${Bucket}'.repeat(parts) });
    expect(made(16_384)).toBe('text depends on ${Bucket}');
    expect(made(16_385)).toBe('text is longer than 1048576 characters');
  });

  test('is unknown once those of its template are too long together', () => {
    const half = { 'Fn::Join': ['', ['x'.repeat(MIB / 2)]] };
    const values = resolved([
      ...Array.from({ length: 128 }, () => half),
      { 'Fn::Join': ['', ['']] },
      { 'Fn::Join': ['', ['y']] },
    ]);
    const [last, before] = Array.isArray(values) ? values.toReversed() : [];
    expect(last instanceof Unknown && last.reason).toBe('the texts that this template makes are too long together');
    expect(before).toBe('');
  });
});

test('64 possibilities are listed, one more is not', () => {
  const choice = (count: number) => {
    const AllowedValues = Array.from({ length: count }, (_, index) => `v${index}`);
    return said(ref('P'), { Parameters: { P: { ...text, AllowedValues } } });
  };
  expect(choice(64).split(', ')).toHaveLength(64);
  expect(choice(65)).toBe('has more than 64 possible values');
  const eight = { ...text, AllowedValues: Array.from({ length: 8 }, (_, index) => `v${index}`) };
  const Parameters = { A: eight, B: eight, C: { ...text, AllowedValues: ['x', 'y'] } };
  expect(said({ 'Fn::Sub': '${A}${B}' }, { Parameters }).split(', ')).toHaveLength(64);
  expect(said({ 'Fn::Sub': '${A}${B}${C}' }, { Parameters })).toBe('text depends on one of 8 values, one of 2 values');
});

test('what a resource became is what it refers to, where that is known', () => {
  const body = {
    Resources: {
      Bucket: { Type: 'T' },
      R: {
        Type: 'T',
        Properties: { Id: ref('Bucket'), Arn: { 'Fn::GetAtt': 'Bucket.Arn' }, Other: { 'Fn::GetAtt': 'Bucket.X' } },
      },
    },
  };
  const deployed = (template: string, logicalId: string, attribute: string | undefined) =>
    attribute === 'X' ? undefined : `${template}/${logicalId}/${attribute ?? 'id'}`;
  const { properties } = templateFromObject('t.json', body, { deployed }).resource('R') ?? {};
  expect(inWords(properties)).toBe('{Id: "t.json/Bucket/id", Arn: "t.json/Bucket/Arn", Other: ${Bucket.X}}');
});
