import {
  describe as inWords,
  graphOf,
  Reference,
  templateFromObject,
  Unknown,
  type TemplateOptions,
} from '../../lib/template';
import { within } from '../support/within';
import { exporting, HERE, using, valueIn } from './several-templates';

test('an import is what another template exports', () => {
  const given = {
    'a.json': {
      body: exporting({ 'Fn::Sub': '${AWS::StackName}-vpc' }, { Ref: 'Vpc' }),
      options: { stackName: 'net' },
    },
    'b.json': { body: using({ 'Fn::ImportValue': 'net-vpc' }) },
  };
  expect(valueIn('b.json', given)).toEqual(new Reference('Vpc', undefined, 'a.json'));
});

test('a list that is exported as text is split again', () => {
  const ids = { 'Fn::Join': ['||', [{ Ref: 'Vpc' }, { 'Fn::GetAtt': ['Vpc', 'VpcId'] }]] };
  const given = {
    'a.json': { body: exporting('ids', ids) },
    'b.json': { body: using({ 'Fn::Split': ['||', { 'Fn::ImportValue': 'ids' }] }) },
  };
  expect(inWords(valueIn('b.json', given))).toBe('[${Vpc}, ${Vpc.VpcId}]');
});

test('an export of another region is not seen', () => {
  const given = {
    'a.json': { body: exporting('x', 'there'), options: { ...HERE, region: 'eu-west-1' } },
    'b.json': { body: using({ 'Fn::ImportValue': 'x' }), options: HERE },
  };
  expect(valueIn('b.json', given)).toBeInstanceOf(Unknown);
});

test('two templates that export one name give both values', () => {
  const given = {
    'a.json': { body: exporting('x', 'a') },
    'b.json': { body: exporting('x', 'b') },
    'c.json': { body: using({ 'Fn::ImportValue': 'x' }) },
  };
  expect(inWords(valueIn('c.json', given))).toBe('one of: "a", "b"');
});

test('imports that lead in a circle are unknown', () => {
  const given = {
    'a.json': { body: exporting('a', { 'Fn::ImportValue': 'b' }) },
    'b.json': { body: exporting('b', { 'Fn::ImportValue': 'a' }) },
    'c.json': { body: using({ 'Fn::ImportValue': 'a' }) },
  };
  const value = valueIn('c.json', given);
  expect(value instanceof Unknown ? value.reason : value).toMatch(/depends on itself/);
});

test('a very long chain of imports is unknown and does not overflow', () => {
  const chain = Array.from({ length: 3000 }, (_, index) => [
    `t${index}.json`,
    {
      body: exporting(`x${index}`, {
        'Fn::Join': ['', [{ 'Fn::Sub': ['${A}', { A: { 'Fn::ImportValue': `x${index + 1}` } }] }]],
      }),
    },
  ]);
  const value = valueIn('user.json', {
    ...Object.fromEntries(chain),
    'user.json': { body: using({ 'Fn::ImportValue': 'x0' }) },
  });
  expect(value).toBeInstanceOf(Unknown);
});

const twice = (name: string) => ({
  'Fn::Sub': ['${A}${B}', { A: { 'Fn::ImportValue': name }, B: { 'Fn::ImportValue': name } }],
});

test('imports that multiply are resolved once each', () => {
  const chain = Array.from({ length: 60 }, (_, index) => [
    `t${index}.json`,
    { body: exporting(`x${index}`, twice(`x${index + 1}`)) },
  ]);
  const given = { ...Object.fromEntries(chain), 'user.json': { body: using({ 'Fn::ImportValue': 'x0' }) } };
  expect(within(5000, () => valueIn('user.json', given))).toBeInstanceOf(Unknown);
});

test('an open parameter of another template is not taken for the one of that name here', () => {
  const Parameters = { P: { Type: 'String' } };
  const given = {
    'a.json': { body: exporting('p', { Ref: 'P' }, { Parameters }) },
    'b.json': { body: using({ 'Fn::Join': ['-', [{ 'Fn::ImportValue': 'p' }, { Ref: 'P' }]] }, { Parameters }) },
  };
  expect(inWords(valueIn('b.json', given))).toBe('${a.json#P}-${P}');
});

const stackIn = (region: string) => ({
  body: exporting('x', `in ${region}`),
  options: { ...HERE, region, stackName: 'S' },
});

test('an output of another stack is found by the name of the stack and its region', () => {
  const given = { 'a.json': stackIn('ap-east-1'), 'b.json': stackIn('us-east-1') };
  const get = (region: object) => {
    const body = using({ 'Fn::GetStackOutput': { StackName: 'S', OutputName: 'Id', ...region } });
    return valueIn('c.json', { ...given, 'c.json': { body, options: HERE } });
  };
  expect(get({ Region: 'us-east-1' })).toBe('in us-east-1');
  expect(get({})).toBe('in ap-east-1');
  expect(get({ Region: 'eu-west-1' })).toBeInstanceOf(Unknown);
});

const stored = (name: string, options: TemplateOptions) => ({
  body: { Resources: { P: { Type: 'AWS::SSM::Parameter', Properties: { Name: name, Type: 'String', Value: 'v' } } } },
  options,
});
const readingStored = (name: string) => ({
  body: using({ Ref: 'P' }, { Parameters: { P: { Type: 'AWS::SSM::Parameter::Value<String>', Default: name } } }),
  options: HERE,
});

describe('stored parameters', () => {
  test.each([
    ['by name in the same account', '/n', '/n', HERE, 'v'],
    ['not by name in another account', '/n', '/n', { ...HERE, account: '999999999999' }, undefined],
    [
      'by ARN in another account',
      '/n',
      'arn:aws:ssm:ap-east-1:999999999999:parameter/n',
      { ...HERE, account: '999999999999' },
      'v',
    ],
    [
      'by ARN of a name without slash',
      'n',
      'arn:aws:ssm:ap-east-1:999999999999:parameter/n',
      { ...HERE, account: '999999999999' },
      'v',
    ],
    ['not by ARN of another region', '/n', 'arn:aws:ssm:eu-west-1:111122223333:parameter/n', HERE, undefined],
  ])('%s', (_, name, asked, options, expected) => {
    const value = valueIn('b.json', { 'a.json': stored(name, options), 'b.json': readingStored(asked) });
    expect(value instanceof Unknown ? undefined : value).toBe(expected);
  });
});

test('a value crosses regions through the custom resources of the CDK', () => {
  const name = '/cdk/exports/D/Key';
  const writer = {
    Type: 'Custom::CrossRegionExportWriter',
    Properties: { WriterProps: { exports: { [name]: { Ref: 'Key' } } } },
  };
  const reader = { Type: 'Custom::CrossRegionExportReader', Properties: {} };
  const given = {
    'a.json': {
      body: { Resources: { Key: { Type: 'AWS::KMS::Key' }, Writer: writer } },
      options: { ...HERE, region: 'us-east-1' },
    },
    'b.json': {
      body: {
        Resources: {
          Reader: reader,
          Subject: { Type: 'T', Properties: { Value: { 'Fn::GetAtt': ['Reader', name] } } },
        },
      },
      options: HERE,
    },
  };
  expect(valueIn('b.json', given)).toEqual(new Reference('Key', undefined, 'a.json'));
});

test('references are followed to their resource, types are found everywhere', () => {
  const a = templateFromObject('a.json', exporting('vpc', { Ref: 'Vpc' }));
  const b = templateFromObject('b.json', { Resources: { Other: { Type: 'AWS::EC2::VPC' } } });
  const graph = graphOf([a, b]);
  expect(graph.ofType('AWS::EC2::VPC').map(({ logicalId }) => logicalId)).toEqual(['Vpc', 'Other']);
  expect(graph.follow(new Reference('Vpc', 'Id', 'a.json'))).toBe(a.resource('Vpc'));
  expect(graph.follow(new Reference('Vpc', undefined, 'b.json'))).toBeUndefined();
});

test('one path for two templates is refused', () => {
  const same = [templateFromObject('a.json', { Resources: {} }), templateFromObject('a.json', { Resources: {} })];
  expect(() => graphOf(same)).toThrow('a.json: two templates of one graph have this path');
});

test.each([
  ['a list', []],
  ['no resources', { Parameters: {} }],
  ['resources that are no map', { Resources: [] }],
])('%s is not a template', (_, body) => {
  expect(() => templateFromObject('x.json', body)).toThrow(/^x\.json: .*not a CloudFormation template/);
});
