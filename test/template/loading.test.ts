import { createHash } from 'node:crypto';
import {
  describe as inWords,
  graphOf,
  isKnownFunction,
  markedAccounts,
  readUnit,
  standIn,
  templateFromObject,
  Unknown,
  unitOfText,
  variantsOf,
  wholeOf,
} from '../../lib/template';
import knownHandlers from '../../lib/template/known-handlers.json';
import { propertiesOf } from './resolving';

const load = (body: object) => templateFromObject('t.json', { Resources: {}, ...body });
const only = (resource: object, sections: object = {}) => {
  const found = load({ ...sections, Resources: { R: { Type: 'T', ...resource } } }).resource('R');
  if (!found) throw new Error('no resource');
  return found;
};
const Parameters = { Blank: { Type: 'String' } };
const Conditions = { Open: { 'Fn::Equals': [{ Ref: 'Blank' }, 'on'] } };
const sections = { Parameters, Conditions };

describe('a resource', () => {
  test('has the attributes that are written', () => {
    const resource = only({
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Snapshot',
      DependsOn: ['A', 1, 'B'],
      Metadata: { 'aws:cdk:path': 'Stack/R', k: 'v' },
    });
    expect(resource).toMatchObject({
      type: 'T',
      logicalId: 'R',
      deletionPolicy: 'Retain',
      updateReplacePolicy: 'Snapshot',
      dependsOn: ['A', 'B'],
      metadata: { 'aws:cdk:path': 'Stack/R', k: 'v' },
      constructPath: 'Stack/R',
      condition: undefined,
      creationStack: undefined,
      acknowledged: {},
      properties: {},
    });
    expect(only({ DependsOn: 'A' }).dependsOn).toEqual(['A']);
  });

  test('has none of those that are not, or that have the wrong form', () => {
    const bare = { dependsOn: [], condition: undefined, metadata: {}, constructPath: undefined };
    expect(only({})).toMatchObject({ ...bare, deletionPolicy: undefined, updateReplacePolicy: undefined });
    const odd = { DependsOn: 1, Condition: 1, Metadata: 'x', Properties: null };
    expect(only(odd)).toMatchObject({ ...bare, properties: {} });
    expect(only({ Metadata: { 'aws:cdk:path': 1 } }).constructPath).toBeUndefined();
  });

  test('keeps what it resolved', () => {
    const resource = only({ Properties: { A: { 'Fn::Join': ['', ['a']] } } });
    expect(resource.properties).toBe(resource.properties);
    expect(resource.template.resources).toBe(resource.template.resources);
    expect(resource.template.outputs).toBe(resource.template.outputs);
  });

  test.each<[string, unknown, string]>([
    ['a macro', { 'Fn::Transform': { Name: 'M' } }, 'macro M makes the value at deployment'],
    ['a parameter', { Ref: 'Blank' }, 'parameter Blank has no default'],
    ['a text', 'x', 'the properties are not a map'],
    ['a list', ['x'], 'the properties are not a map'],
    ['a map with a macro', { A: 1, 'Fn::Transform': { Name: 'M' } }, 'macro M makes the value at deployment'],
    [
      'a map with a loop',
      { A: 1, 'Fn::ForEach::L': [] },
      'Fn::ForEach::L cannot be unrolled: its collection is not known',
    ],
  ])('whose properties are %s leaves each of them unknown', (_, Properties, reason) => {
    const { properties } = only({ Properties }, sections);
    const asked = properties['Asked'];
    expect(asked instanceof Unknown ? asked.reason : asked).toBe(reason);
    expect(Object.keys(properties)).toEqual(
      typeof Properties === 'object' && 'A' in (Properties as object) ? ['A'] : [],
    );
    expect(JSON.stringify(properties)).toMatch(/^\{/);
  });

  test('whose properties one condition makes as a whole has each as it may be', () => {
    const gone = { Ref: 'AWS::NoValue' };
    const properties = propertiesOf({ 'Fn::If': ['Open', { A: 1 }, gone] }, sections);
    expect(inWords(properties?.['A'])).toBe('one of: 1, not set');
    expect(Object.keys(properties ?? {})).toEqual(['A']);
  });

  test('has its variants, and is the whole of each', () => {
    const Properties = { A: { 'Fn::If': ['Open', 1, 2] } };
    const whole = only({ Properties }, sections);
    const variants = variantsOf(whole);
    expect(variants.map(({ properties }) => properties)).toEqual([{ A: 1 }, { A: 2 }]);
    expect(variants.map(wholeOf)).toEqual([whole, whole]);
    const beside = standIn(whole.template, 'Other', 'Else', { A: 1 });
    expect(variantsOf(beside)).toEqual([beside]);
    expect(wholeOf(beside)).toBe(beside);
  });

  test.each([
    [5, 32],
    [6, 32],
  ])('with %i conditions has %i variants', (count, expected) => {
    const names = Array.from({ length: count }, (_, index) => `C${index}`);
    const whole = only(
      { Properties: { A: names.map((name) => ({ 'Fn::If': [name, 1, 2] })) } },
      {
        Parameters: Object.fromEntries(names.map((name) => [name, { Type: 'String' }])),
        Conditions: Object.fromEntries(names.map((name) => [name, { 'Fn::Equals': [{ Ref: name }, 'on'] }])),
      },
    );
    expect(variantsOf(whole)).toHaveLength(expected);
  });
});

test('what stands in for a resource has nothing but what it is given', () => {
  const template = load({});
  expect(standIn(template, 'Type', 'Id', { A: 1 })).toEqual({
    template,
    type: 'Type',
    logicalId: 'Id',
    properties: { A: 1 },
    metadata: {},
    constructPath: undefined,
    creationStack: undefined,
    acknowledged: {},
    deletionPolicy: undefined,
    updateReplacePolicy: undefined,
    condition: undefined,
    dependsOn: [],
  });
});

describe('a template', () => {
  test('has the sections that are written', () => {
    const template = load({ Metadata: { k: 'v' }, Transform: ['A', { Name: 'B' }, 1, { Other: 'C' }] });
    expect([template.metadata, template.transforms]).toEqual([{ k: 'v' }, ['A', 'B']]);
    expect(load({ Transform: { Name: 'B' } }).transforms).toEqual(['B']);
    expect([load({}).transforms, load({}).metadata]).toEqual([[], {}]);
    expect(template.isBeside).toBe(false);
  });

  test('tells what is known of its deployment', () => {
    const options = { region: 'r', account: 'a', stackName: 's', terminationProtection: true };
    const { region, account, stackName, terminationProtection } = templateFromObject('t', { Resources: {} }, options);
    expect({ region, account, stackName, terminationProtection }).toEqual(options);
    expect(load({})).toMatchObject({ region: undefined, account: undefined, terminationProtection: undefined });
  });

  test('lists the outputs that some deployment makes', () => {
    const template = load({
      ...sections,
      Conditions: { ...Conditions, Never: { 'Fn::Equals': ['a', 'b'] } },
      Outputs: {
        Plain: { Value: 'v' },
        Named: { Value: { Ref: 'Blank' }, Export: { Name: { 'Fn::Sub': 'x-${Blank}' } }, Condition: 'Open' },
        Gone: { Value: 1, Condition: 'Never' },
        Empty: {},
        Odd: 'text',
        Loose: { Value: 1, Condition: 1 },
      },
    });
    const rows = template.outputs.map(({ name, value, exportName, condition }) => [
      name,
      inWords(value),
      exportName && inWords(exportName),
      condition,
    ]);
    expect(rows).toEqual([
      ['Plain', 'v', undefined, undefined],
      ['Named', 'on', 'x-on', 'Open'],
      ['Empty', '${unknown: output Empty has no value}', undefined, undefined],
      ['Loose', '1', undefined, undefined],
    ]);
  });

  test('lists its parameters as they are declared', () => {
    const template = load({
      Parameters: {
        Odd: 'text',
        Bare: {},
        Hidden: { Type: 'Number', NoEcho: true, Default: 5, AllowedValues: [5, 6] },
        Shown: { Type: 'String', NoEcho: false, AllowedValues: [] },
        Wrong: { Type: ['String'], NoEcho: 'yes', Default: ['a', 1] },
      },
    });
    const rows = template.parameters.map(({ name, type, noEcho, default: byDefault, allowedValues, value }) => {
      return [name, type, noEcho, byDefault, allowedValues, inWords(value)];
    });
    expect(rows).toEqual([
      ['Bare', 'String', false, undefined, undefined, '${Bare}'],
      ['Hidden', 'Number', true, 5, ['5', '6'], '5'],
      ['Shown', 'String', false, undefined, undefined, '${Shown}'],
      ['Wrong', 'String', false, ['a', 1], undefined, 'a,1'],
    ]);
  });

  test.each<[string, unknown, string]>([
    ['a text', 'x', 'expected a map with Resources'],
    ['nothing', null, 'expected a map with Resources'],
    ['a map without resources', { Outputs: {} }, 'it has no Resources'],
    ['resources that are a list', { Resources: [] }, 'Resources is not a map'],
    ['resources that are null', { Resources: null }, 'Resources is not a map'],
  ])('is not %s', (_, body, problem) => {
    expect(() => templateFromObject('x.json', body)).toThrow(
      new Error(`x.json: not a CloudFormation template: ${problem}`),
    );
  });

  test('of depth 300 is read, one that is deeper is not', () => {
    const nested = (levels: number) => {
      let deep: unknown = {};
      for (let level = 0; level < levels; level++) deep = { d: deep };
      return () => load({ Metadata: deep });
    };
    expect(nested(298)).not.toThrow();
    expect(nested(299)).toThrow(new Error('t.json: the template is nested deeper than 300 levels'));
  });

  test('joins no graph when it was made otherwise', () => {
    const strange = { ...load({}), path: 's.json' };
    expect(() => graphOf([strange])).toThrow('s.json: expected a template made by templateFromObject or readUnit');
  });
});

const entry = (id: string, resource: unknown, message: string, kind = 'malformed') =>
  [id, resource, { kind, path: 't.json', message }] as const;

test.each([
  entry('A', 'x', 'resource A is not a map: expected Type and Properties'),
  entry('A', [], 'resource A is not a map: expected Type and Properties'),
  entry('A', {}, 'resource A has no Type that is text'),
  entry('A', { Type: ['T'] }, 'resource A has no Type that is text'),
  entry(
    'Fn::Transform',
    { Name: 'M' },
    'macro M adds resources at deployment that cannot be checked; check the processed template',
    'macro',
  ),
  entry(
    'Fn::ForEach::L',
    [],
    'Fn::ForEach::L cannot be unrolled: give its collection with --parameters, or at most 10000 items',
    'macro',
  ),
])('the entry %s, %p is an error that says what is expected', (id, resource, error) => {
  expect(load({ Resources: { [id]: resource } }).errors).toEqual([error]);
});

test('the version is the one that there is', () => {
  const errors = (version: unknown) => load({ AWSTemplateFormatVersion: version }).errors;
  expect([errors('2010-09-09'), errors(undefined)]).toEqual([[], []]);
  const message = 'AWSTemplateFormatVersion is "2010-09-10": expected 2010-09-09, the only one that is known';
  expect(errors('2010-09-10')).toEqual([{ kind: 'malformed', path: 't.json', message }]);
});

test('claims that are not valid are told with the place of each mistake', () => {
  const template = load({ Metadata: { Lionrock: { marker: 'x', zones: 1 } } });
  expect(template.claims).toBeUndefined();
  const [error, ...others] = template.errors;
  expect(others).toEqual([]);
  expect(error).toMatchObject({ kind: 'claims', path: 't.json' });
  expect(error?.message).toMatch(
    /^claims are not valid: Metadata\.Lionrock[^;]*: [^;]+; Metadata\.Lionrock[^;]*: [^;]+$/,
  );
});

test('the accounts of the markers, each once', () => {
  const marker = (account: string) => ({
    landingZone: 'hk',
    profile: 'hk-s17',
    deploymentModel: 'public',
    account,
    classification: 'RESTRICTED',
    personalData: false,
    systemTier: 2,
    capability: 'network',
  });
  const templates = ['a', 'b', 'a'].map((account) => load({ Metadata: { Lionrock: { marker: marker(account) } } }));
  expect([...markedAccounts([...templates, load({}), load({ Metadata: { Lionrock: {} } })])]).toEqual(['a', 'b']);
});

describe('a function of ours', () => {
  const code = 'exports.handler = 1;';
  const handlers = knownHandlers as Record<string, string>;
  const before = handlers['stored-key'] ?? '';
  beforeAll(() => void (handlers['stored-key'] = createHash('sha256').update(code).digest('hex')));
  afterAll(() => void (handlers['stored-key'] = before));
  const Properties = { Handler: 'index.handler', Code: { ZipFile: code } };
  const known = (resource: object) =>
    isKnownFunction(only({ Type: 'AWS::Lambda::Function', ...resource }, sections), 'stored-key');

  test('is known by its whole code', () => {
    expect(known({ Properties })).toBe(true);
  });

  test.each<[string, object]>([
    ['its code is another', { Properties: { ...Properties, Code: { ZipFile: `${code} ` } } }],
    ['its code stands elsewhere', { Properties: { ...Properties, Code: { S3Bucket: 'b' } } }],
    ['its handler is another', { Properties: { ...Properties, Handler: 'index.main' } }],
    ['it has no handler', { Properties: { Code: Properties.Code } }],
    ['it has an environment', { Properties: { ...Properties, Environment: {} } }],
    ['it has layers', { Properties: { ...Properties, Layers: [] } }],
    ['it may not exist', { Properties, Condition: 'Open' }],
    ['it is of another type', { Properties, Type: 'AWS::Serverless::Function' }],
  ])('is not known when %s', (_, resource) => {
    expect(known(resource)).toBe(false);
  });
});

test('a text is a unit of its own, which sees what stands beside it and does not judge it', () => {
  const body = { Resources: { Key: { Type: 'AWS::KMS::Key' }, Odd: {} } };
  const beside = { path: 'beside', body, options: { region: 'ap-east-1', account: '1' } };
  const text = JSON.stringify({
    Resources: { Child: { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': 'package.json' } } },
  });
  const unit = unitOfText('given', text, { region: 'eu-west-1' }, [beside]);
  expect(unit).toMatchObject({ path: 'given', inputs: [{ path: 'given', resources: 1 }], errors: [] });
  expect(unit.graph.templates.map(({ path, isBeside, region }) => [path, isBeside, region])).toEqual([
    ['beside', true, 'ap-east-1'],
    ['given', false, 'eu-west-1'],
  ]);
  expect(unit.graph.ofType('AWS::KMS::Key')).toHaveLength(1);
  expect(unitOfText('given', text).graph.templates).toHaveLength(1);
});

test('a text that is no template is an error of its unit', () => {
  const problems = (text: string) => unitOfText('given', text).errors.map(({ kind, message }) => [kind, message]);
  const words = 'given is not a CloudFormation template:';
  expect(problems('[]')).toEqual([['not-a-template', `${words} expected a map with Resources`]]);
  expect(problems('{"a": 1}')).toEqual([['not-a-template', `${words} it has no Resources`]]);
  expect(problems('{"Description": "no resources"}')).toEqual([]);
  expect(problems('{"Resources": []}')).toEqual([['not-a-template', `${words} Resources is not a map`]]);
});

test('a unit that does not exist has a path and an error', () => {
  const { path, errors, inputs } = readUnit('no/such/file.json');
  expect([path, inputs]).toEqual(['no/such/file.json', []]);
  expect(errors).toEqual([{ kind: 'read', path, message: 'no/such/file.json does not exist' }]);
});
