import { describe as inWords, graphOf, Reference, standIn, templateFromObject, Unknown } from '../../lib/template';
import { exporting, HERE, using, valueIn, type Given } from './several-templates';

const text = { Type: 'String' };
const ref = (name: string) => ({ Ref: name });
const PARENT = {
  Parameters: { Open: text },
  Conditions: {
    Open: { 'Fn::Equals': [ref('Open'), 'on'] },
    Never: { 'Fn::Equals': ['a', 'b'] },
    Always: { 'Fn::Equals': ['a', 'a'] },
  },
};

/** What an unknown value says of itself, any other in words. */
function said(value: ReturnType<typeof valueIn>): string {
  return value instanceof Unknown && value.source === undefined && !('parts' in value || 'key' in value)
    ? value.reason
    : inWords(value);
}

const stack = (Properties: object, more: object = {}) => ({ Type: 'AWS::CloudFormation::Stack', Properties, ...more });
const stackSet = (Properties: object) => ({ Type: 'AWS::CloudFormation::StackSet', Properties });

describe('what a nested stack is passed', () => {
  const passed = (child: object, ...parents: readonly object[]) => {
    const Resources = Object.fromEntries(parents.map((parent, index) => [`S${index}`, parent]));
    const given: Readonly<Record<string, Given>> = {
      'main.json': { body: { ...PARENT, Resources }, options: HERE },
      'child.json': { body: using(ref('P'), { Parameters: { P: { ...text, ...child } } }) },
    };
    return said(valueIn('child.json', given));
  };
  const parent = (Parameters: unknown) => stack({ TemplateURL: 'child.json', Parameters });
  const pair = (ParameterKey: string, ParameterValue: unknown) => ({ ParameterKey, ParameterValue });

  test.each<[string, object, readonly object[], string]>([
    ['a text', {}, [parent({ P: 'x' })], 'x'],
    ['a number', {}, [parent({ P: 5 })], '5'],
    ['nothing', {}, [parent({})], 'the parent passes no value for parameter P'],
    ['no parameters', {}, [parent(undefined)], 'the parent passes no value for parameter P'],
    ['nothing, beside a default', { Default: 'd' }, [parent({})], 'd'],
    ['the other one', { Default: 'd' }, [parent({ Q: 'x' })], 'd'],
    ['what is not known', {}, [parent(ref('Open'))], 'what S0 passes for parameter P is not known'],
    ['a text for all', {}, [parent('x')], 'what S0 passes for parameter P is not known'],
    ['a parameter of the parent', {}, [parent({ P: ref('Open') })], '${main.json#Open}'],
    ['a text with it', {}, [parent({ P: { 'Fn::Sub': 'a-${Open}' } })], 'a-${main.json#Open}'],
    ['the name of the stack', {}, [parent({ P: ref('AWS::StackName') })], '${main.json#AWS::StackName}'],
    ['a dynamic reference', {}, [parent({ P: '{{resolve:ssm:/x}}' })], '{{resolve:ssm:/x}}'],
    ['one of two', {}, [parent({ P: { 'Fn::If': ['Open', 'a', 'b'] } })], 'one of: "a", "b"'],
    [
      'one or nothing',
      { Default: 'd' },
      [parent({ P: { 'Fn::If': ['Open', 'a', ref('AWS::NoValue')] } })],
      'one of: "a", "d"',
    ],
    ['by two parents', {}, [parent({ P: 'a' }), parent({ P: 'b' })], 'one of: "a", "b"'],
    ['by one of two parents', { Default: 'd' }, [parent({ P: 'a' }), parent({})], 'one of: "a", "d"'],
    ['by a parent that no deployment makes', { Default: 'd' }, [{ ...parent({ P: 'a' }), Condition: 'Never' }], 'd'],
    [
      'by a stack set',
      {},
      [stackSet({ TemplateURL: 'child.json', Parameters: [pair('Q', 'q'), pair('P', 'x')] })],
      'x',
    ],
  ])('is %s', (_, child, parents, expected) => {
    expect(passed(child, ...parents)).toBe(expected);
  });

  test.each<[string, object, string]>([
    [
      'a nested stack, in the same region',
      parent({ P: { 'Fn::Sub': '${AWS::Region} ${AWS::AccountId}' } }),
      '${AWS::Region} ${AWS::AccountId}',
    ],
    [
      'a stack set, in its own',
      stackSet({ TemplateURL: 'child.json', Parameters: [pair('P', { 'Fn::Sub': '${AWS::Region}' })] }),
      '${main.json#AWS::Region}',
    ],
  ])('stands where it was written, for %s', (_, Parent, expected) => {
    const child = { body: using(ref('P'), { Parameters: { P: text } }) };
    const given = { 'main.json': { body: { Resources: { Parent } } }, 'child.json': child };
    expect(said(valueIn('child.json', given))).toBe(expected);
  });

  test('that leads back to itself is unknown, and says so', () => {
    const child = {
      ...using(ref('P'), { Parameters: { P: text } }),
      Outputs: { Out: { Value: ref('P') } },
    };
    const Child = stack({ TemplateURL: 'child.json', Parameters: { P: { 'Fn::GetAtt': ['Child', 'Outputs.Out'] } } });
    const given = { 'main.json': { body: { Resources: { Child } } }, 'child.json': { body: child } };
    expect(said(valueIn('child.json', given))).toMatch(
      /^(nested child\.json Out|parameter P of child\.json) depends on itself$/,
    );
  });
});

describe('the template of a nested stack', () => {
  const found = (resource: object, path = 'dir/child.json') => {
    const main = templateFromObject('dir/main.json', { Resources: { S: resource, Other: { Type: 'T' } } });
    const graph = graphOf([main, templateFromObject(path, { Resources: {} })]);
    const [nested, other] = [main.resource('S'), main.resource('Other')];
    expect(other && graph.deployedBy(other)).toBeUndefined();
    return nested && graph.deployedBy(nested)?.path;
  };
  const noted = (path: unknown) => ({ Metadata: { 'aws:asset:path': path } });

  test.each<[string, object, string | undefined, string | undefined]>([
    ['beside', stack({ TemplateURL: './child.json' }), undefined, 'dir/child.json'],
    ['by its bare name', stack({ TemplateURL: 'child.json' }), undefined, 'dir/child.json'],
    ['above', stack({ TemplateURL: '../child.json' }), 'child.json', 'child.json'],
    ['at the root', stack({ TemplateURL: '/root/child.json' }), '/root/child.json', '/root/child.json'],
    ['by what the CDK noted', stack({ TemplateURL: 'x.json' }, noted('child.json')), undefined, 'dir/child.json'],
    ['not by a note that is no text', stack({}, noted(1)), undefined, undefined],
    ['not at an address', stack({ TemplateURL: 'https:child.json' }), 'dir/https:child.json', undefined],
    ['not at an address in capitals', stack({ TemplateURL: 'HTTPS:child.json' }), 'dir/HTTPS:child.json', undefined],
    ['not in a bucket', stack({ TemplateURL: 's3:child.json' }), 'dir/s3:child.json', undefined],
    ['not by what is made at deployment', stack({ TemplateURL: { 'Fn::Sub': 'child.json' } }), undefined, undefined],
    ['not where nothing is said', stack({}), undefined, undefined],
    ['not for another type', { Type: 'T', Properties: { TemplateURL: 'child.json' } }, undefined, undefined],
    ['of a stack set', stackSet({ TemplateURL: 'child.json' }), undefined, 'dir/child.json'],
  ])('is found %s', (_, resource, path, expected) => {
    expect(found(resource, path)).toBe(expected);
  });

  test('stands in a stack set, and in one within it', () => {
    const inner = { Resources: { In: stackSet({ TemplateBody: '{"Resources":{}}' }) } };
    const outer = { Resources: { Set: stackSet({ TemplateBody: JSON.stringify(inner) }) } };
    const graph = graphOf([templateFromObject('a.json', outer)]);
    expect(graph.templates.map(({ path }) => path)).toEqual(['a.json', 'a.json#Set', 'a.json#Set#In']);
    expect(graph.ofType('AWS::CloudFormation::StackSet').map((set) => graph.deployedBy(set)?.path)).toEqual([
      'a.json#Set',
      'a.json#Set#In',
    ]);
  });
});

test.each<[string, unknown, string]>([
  ['is there', 'Outputs.Out', 'x'],
  ['is not there', 'Outputs.None', 'child.json has no output None'],
])('an output of a nested stack that %s', (_, attribute, expected) => {
  const given = {
    'main.json': {
      body: {
        Resources: { Child: stack({ TemplateURL: 'child.json' }), ...subject({ 'Fn::GetAtt': ['Child', attribute] }) },
      },
    },
    'child.json': { body: { Resources: {}, Outputs: { Out: { Value: 'x' } } } },
  };
  expect(said(valueIn('main.json', given))).toBe(expected);
});

function subject(Value: unknown): object {
  return { Subject: { Type: 'T', Properties: { Value } } };
}

describe('what one template says to another', () => {
  const open = { Parameters: { Open: text } };
  const cases: readonly (readonly [string, Readonly<Record<string, Given>>, string])[] = [
    [
      'an import of another account',
      { 'a.json': { body: exporting('x', 'there'), options: { ...HERE, account: '9' } } },
      'no template here exports x',
    ],
    [
      'an import where the account is not known',
      { 'a.json': { body: exporting('x', 'there'), options: { region: HERE.region } } },
      'there',
    ],
    [
      'an import of a name that is open',
      { 'a.json': { body: exporting(ref('Open'), 'there', open), options: HERE } },
      'no template here exports x',
    ],
    ['an import of the region', { 'a.json': { body: exporting('x', ref('AWS::Region')) } }, '${AWS::Region}'],
    [
      'an import of a map',
      { 'a.json': { body: exporting('x', { a: ref('Open'), b: 1 }, open) } },
      '{a: ${a.json#Open}, b: 1}',
    ],
    [
      'an import of a choice',
      { 'a.json': { body: exporting('x', ['a', { 'Fn::If': ['Open', 'p', ref('Open')] }], PARENT) } },
      '["a", one of: "p", ${a.json#Open}]',
    ],
    [
      'an import of an import',
      {
        'a.json': { body: exporting('x', { 'Fn::ImportValue': 'y' }) },
        'b.json': { body: exporting('y', ref('Open'), open) },
      },
      '${b.json#Open}',
    ],
  ];
  test.each(cases)('%s', (_, given, expected) => {
    const user = { body: using({ 'Fn::ImportValue': 'x' }), options: HERE };
    expect(said(valueIn('user.json', { ...given, 'user.json': user }))).toBe(expected);
  });

  test('a chain of 100 imports is followed, a longer one is not', () => {
    const chain = (length: number) =>
      Object.fromEntries(
        Array.from({ length }, (_, index) => [
          `t${index}.json`,
          { body: exporting(`x${index}`, index === length - 1 ? 'end' : { 'Fn::ImportValue': `x${index + 1}` }) },
        ]),
      );
    const value = (length: number) =>
      said(valueIn('u.json', { ...chain(length), 'u.json': { body: using({ 'Fn::ImportValue': 'x0' }) } }));
    expect(value(100)).toBe('end');
    expect(value(101)).toBe('export x100 stands at the end of more than 100 references');
  });

  const output = (properties: object, options: object = HERE) =>
    said(
      valueIn('c.json', {
        'a.json': { body: exporting('x', ref('AWS::Region')), options: { account: HERE.account, stackName: 'S' } },
        'c.json': {
          body: using({ 'Fn::GetStackOutput': { StackName: 'S', OutputName: 'Id', ...properties } }),
          options,
        },
      }),
    );

  test('an output of another stack stands where that stack does', () => {
    expect(output({})).toBe('${a.json#AWS::Region}');
    expect(output({ Region: ref('Region') })).toBe('${a.json#AWS::Region}');
    expect(output({ OutputName: 'None' })).toBe('output None of stack S is not in these templates');
    expect(output({ StackName: 'None' })).toBe('output Id of stack None is not in these templates');
    expect(output({}, { ...HERE, account: '9' })).toBe('output Id of stack S is not in these templates');
  });

  test.each<[string, string, string]>([
    ['by name, in the same region', '/n', '${AWS::Region}'],
    ['by ARN, wherever it is', 'arn:aws:ssm:ap-east-1:111122223333:parameter/n', '${a.json#AWS::Region}'],
    [
      'by the ARN of something else',
      'arn:aws:ssm:ap-east-1:111122223333:parameters/n',
      '${stored parameter arn:aws:ssm:ap-east-1:111122223333:parameters/n}',
    ],
  ])('a stored value is read %s', (_, name, expected) => {
    const P = { Type: 'AWS::SSM::Parameter', Properties: { Name: '/n', Value: ref('AWS::Region') } };
    const Parameters = { P: { Type: 'AWS::SSM::Parameter::Value<String>', Default: name } };
    const given = { 'a.json': { body: { Resources: { P } } }, 'b.json': { body: using(ref('P'), { Parameters }) } };
    expect(said(valueIn('b.json', given))).toBe(expected);
  });

  test('a value that crosses regions is what the writers say of that name', () => {
    const writer = (exports: object) => ({
      Type: 'Custom::CrossRegionExportWriter',
      Properties: { WriterProps: { exports } },
    });
    const Reader = { Type: 'Custom::CrossRegionExportReader' };
    const value = (name: string) =>
      said(
        valueIn('b.json', {
          'a.json': {
            body: { Resources: { W: writer({ '/x': 'a', '/r': ref('AWS::Region') }), V: writer({ '/x': 'b' }) } },
          },
          'b.json': { body: { Resources: { Reader, ...subject({ 'Fn::GetAtt': ['Reader', name] }) } } },
        }),
      );
    expect(value('/x')).toBe('one of: "a", "b"');
    expect(value('/r')).toBe('${a.json#AWS::Region}');
    expect(value('/none')).toBe('no stack here writes /none');
    expect(value('constructor')).toBe('no stack here writes constructor');
  });

  test('what other resources return is made at deployment', () => {
    const body = {
      Resources: {
        Stack: stack({}),
        Topic: { Type: 'AWS::SNS::Topic' },
        ...subject([{ 'Fn::GetAtt': ['Topic', 'Outputs.X'] }, { 'Fn::GetAtt': ['Stack', 'Arn'] }]),
      },
    };
    expect(said(valueIn('a.json', { 'a.json': { body } }))).toBe('[${Topic.Outputs.X}, ${Stack.Arn}]');
  });
});

test('a companion in another template exists when its own condition holds', () => {
  const conditional = (Condition: string) => ({ ...PARENT, Resources: { R: { Type: 'T', Condition } } });
  const [a, b, c] = [conditional('Open'), conditional('Open'), conditional('Always')].map((body, index) =>
    templateFromObject(`${index}.json`, body),
  );
  const graph = graphOf([a, b, c].filter((template) => template !== undefined));
  const [first, second, third] = [a, b, c].map((template) => template?.resource('R'));
  if (!a || !first || !second || !third) throw new Error('no resources');
  expect(graph.accompanies(first, first)).toBe(true);
  expect(graph.accompanies(first, second)).toBe('unknown');
  expect(graph.accompanies(first, third)).toBe(true);
  expect(graph.accompanies(standIn(a, 'T', 'X', {}), second)).toBe('unknown');
  expect(graph.accompanies(standIn(a, 'T', 'X', {}), standIn(a, 'T', 'Y', {}))).toBe(true);
  expect(graph.ofType('None')).toEqual([]);
  expect(graph.follow(new Reference('R', undefined, 'none.json'))).toBeUndefined();
});

test.each<[string, object, boolean | 'unknown']>([
  ['a stack', stack({ TemplateURL: 'child.json' }), true],
  ['a stack under an open condition', stack({ TemplateURL: 'child.json' }, { Condition: 'Open' }), 'unknown'],
  ['a stack that is never made', stack({ TemplateURL: 'child.json' }, { Condition: 'Never' }), false],
  ['a stack set, to other accounts', stackSet({ TemplateURL: 'child.json' }), 'unknown'],
])('a companion brought by %s', (_, S, expected) => {
  const main = templateFromObject('main.json', { ...PARENT, Resources: { R: { Type: 'T' }, S } });
  const child = templateFromObject('child.json', {
    Resources: { R: { Type: 'T' }, In: stack({ TemplateURL: 'inner.json' }) },
  });
  const inner = templateFromObject('inner.json', { Resources: { R: { Type: 'T' } } });
  const graph = graphOf([main, child, inner]);
  const [above, middle, below] = [main, child, inner].map((template) => template.resource('R'));
  if (!above || !middle || !below) throw new Error('no resources');
  expect([graph.accompanies(above, middle), graph.accompanies(above, below)]).toEqual([expected, expected]);
  expect([graph.accompanies(middle, below), graph.accompanies(below, middle)]).toEqual([true, true]);
  expect([main, child, inner].map((template) => graph.standsAlone(template))).toEqual([true, false, false]);
});
