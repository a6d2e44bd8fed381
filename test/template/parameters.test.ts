import { describe as inWords, templateFromObject } from '../../lib/template';
import { propertiesOf, resolved } from './resolving';

const Parameters = {
  Default: { Type: 'String', Default: 'd' },
  Single: { Type: 'String', AllowedValues: ['only'] },
  Several: { Type: 'String', AllowedValues: ['a', 'b'] },
  Both: { Type: 'String', AllowedValues: ['a', 'b'], Default: 'b' },
  Nothing: { Type: 'String', NoEcho: 'true' },
  Empty: { Type: 'String', Default: '' },
  Flag: { Type: 'String', Default: true },
  Numbers: { Type: 'List<Number>', Default: '1,2' },
  EmptyList: { Type: 'CommaDelimitedList', Default: '' },
};

test.each([
  ['Default', 'd'],
  ['Single', 'only'],
  ['Several', 'one of: "a", "b"'],
  ['Both', 'b'],
  ['Nothing', '${Nothing}'],
  ['Empty', ''],
  ['Flag', 'true'],
  ['Numbers', '["1", "2"]'],
  ['EmptyList', '[]'],
])('%s without a given value is %s', (name, expected) => {
  expect(inWords(resolved({ Ref: name }, { Parameters }))).toBe(expected);
});

test('a given value wins over default and allowed values', () => {
  const parameters = { Default: 'g', Several: 'b', Numbers: '7, 8' };
  expect(inWords(resolved({ 'Fn::Sub': '${Default}${Several}' }, { Parameters }, { parameters }))).toBe('gb');
  expect(inWords(resolved({ Ref: 'Numbers' }, { Parameters }, { parameters }))).toBe('["7", "8"]');
});

test('a given value named like a member of every object is not invented', () => {
  const sections = { Parameters: { constructor: { Type: 'String', Default: 'mine' } } };
  expect(resolved({ Ref: 'constructor' }, sections, { parameters: {} })).toBe('mine');
});

test('declared parameters can be listed', () => {
  const template = templateFromObject('t.json', { Parameters, Resources: {} });
  const listed = template.parameters.find(({ name }) => name === 'Nothing');
  expect(listed).toMatchObject({ type: 'String', noEcho: true, default: undefined, allowedValues: undefined });
  expect(template.parameters.find(({ name }) => name === 'Both')?.allowedValues).toEqual(['a', 'b']);
});

test('a stored parameter is a name, not the value', () => {
  const sections = { Parameters: { Ami: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/ami' } } };
  expect(inWords(resolved({ Ref: 'Ami' }, sections))).toBe('${stored parameter /ami}');
});

test('a stored parameter that the template writes has the value written', () => {
  const sections = {
    Parameters: { Subnets: { Type: 'AWS::SSM::Parameter::Value<List<String>>', Default: '/subnets' } },
    Resources: {
      P: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/subnets', Type: 'StringList', Value: 's-1,s-2' } },
    },
  };
  expect(resolved({ Ref: 'Subnets' }, sections)).toEqual(['s-1', 's-2']);
  expect(resolved('{{resolve:ssm:/subnets:1}}', sections)).toBe('s-1,s-2');
});

describe('a condition over a stored parameter', () => {
  const type = 'AWS::SSM::Parameter::Value<String>';
  const stored = (Value: string) => ({
    P: { Type: 'AWS::SSM::Parameter', Properties: { Name: '/cidr', Type: 'String', Value } },
  });
  const Conditions = { Open: { 'Fn::Equals': [{ Ref: 'Cidr' }, '0.0.0.0/0'] } };
  const Parameters = { Cidr: { Type: type, Default: '/cidr' } };
  const value = { 'Fn::If': ['Open', { Ref: 'Cidr' }, { 'Fn::Sub': 'not ${Cidr}' }] };

  test('says what the store holds, not how the name reads', () => {
    expect(inWords(resolved(value, { Parameters, Conditions }))).toBe(
      'one of: "0.0.0.0/0", not ${stored parameter /cidr}',
    );
    expect(inWords(propertiesOf({ A: { Ref: 'Cidr' } }, { Parameters, Conditions }, {}, 'Open'))).toBe(
      '{A: "0.0.0.0/0"}',
    );
  });

  test('does not look the value up as a name', () => {
    const Resources = { Q: { Type: 'AWS::SSM::Parameter', Properties: { Name: '0.0.0.0/0', Value: '10.0.0.0/8' } } };
    expect(inWords(resolved(value, { Parameters, Conditions, Resources }))).toContain('one of: "0.0.0.0/0", ');
  });

  test('is open where the template writes the default name, as another may be given', () => {
    expect(inWords(resolved(value, { Parameters, Conditions, Resources: stored('10.0.0.0/8') }))).toBe(
      'one of: "0.0.0.0/0", "not 10.0.0.0/8"',
    );
    expect(inWords(resolved(value, { Parameters, Conditions, Resources: stored('0.0.0.0/0') }))).toBe(
      'one of: "0.0.0.0/0", not ${stored value of Cidr}',
    );
  });

  test('is decided by what the template writes under a name that is given', () => {
    const sections = { Parameters, Conditions, Resources: stored('0.0.0.0/0') };
    expect(inWords(resolved(value, sections, { parameters: { Cidr: '/cidr' } }))).toBe('0.0.0.0/0');
    expect(inWords(resolved(value, sections, { parameters: { Cidr: '/other' } }))).toBe(
      'one of: "0.0.0.0/0", not ${stored parameter /other}',
    );
  });

  test('has no part in the names that are allowed', () => {
    const allowed = { Cidr: { Type: type, AllowedValues: ['/cidr', '0.0.0.0/0'] } };
    expect(inWords(resolved(value, { Parameters: allowed, Conditions }))).toBe(
      'one of: "0.0.0.0/0", not ${stored value of Cidr}',
    );
  });

  test('over a list narrows the list', () => {
    const lists = { Cidr: { Type: 'AWS::SSM::Parameter::Value<List<String>>', Default: '/cidr' } };
    const none = { Open: { 'Fn::Equals': ['', { 'Fn::Join': ['', { Ref: 'Cidr' }] }] } };
    expect(
      inWords(resolved({ 'Fn::If': ['Open', { Ref: 'Cidr' }, 'some'] }, { Parameters: lists, Conditions: none })),
    ).toBe('one of: [], "some"');
  });
});

test('within a branch that the default would not take, the default does not apply', () => {
  const sections = {
    Parameters: { Env: { Type: 'String', Default: 'dev' } },
    Conditions: {
      Prod: { 'Fn::Equals': [{ Ref: 'Env' }, 'prod'] },
      Region: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'ap-east-1'] },
    },
  };
  const value = { 'Fn::If': ['Prod', { 'Fn::Sub': 'x-${Env}' }, { 'Fn::Sub': 'y-${Env}' }] };
  expect(inWords(resolved(value, sections))).toBe('one of: "x-prod", "y-dev"');
  expect(inWords(propertiesOf({ A: { Ref: 'Env' } }, sections, {}, 'Prod'))).toBe('{A: "prod"}');
  expect(inWords(resolved({ 'Fn::If': ['Region', { Ref: 'AWS::Region' }, 'other'] }, sections))).toBe(
    'one of: "ap-east-1", "other"',
  );
});

test('whether a list is empty is asked by joining it', () => {
  const sections = {
    Parameters: {
      List: { Type: 'CommaDelimitedList', Default: '' },
      Given: { Type: 'CommaDelimitedList', Default: 'a,b' },
    },
    Conditions: Object.fromEntries(
      ['List', 'Given'].map((name) => [
        name,
        { 'Fn::Not': [{ 'Fn::Equals': ['', { 'Fn::Join': ['', { Ref: name }] }] }] },
      ]),
    ),
  };
  const value = (name: string) =>
    inWords(resolved({ 'Fn::If': [name, { Ref: name }, { Ref: 'AWS::NoValue' }] }, sections));
  expect(value('List')).toBe('one of: ${List}, not set');
  expect(value('Given')).toBe('one of: ["a", "b"], not set');
  expect(
    inWords(resolved({ 'Fn::If': ['List', 'some', { Ref: 'List' }] }, sections, { parameters: { List: 'x' } })),
  ).toBe('some');
});
