import { describe as inWords, templateFromObject } from '../../lib/template';

const load = (sections: object) => templateFromObject('t.json', { Transform: 'AWS::LanguageExtensions', ...sections });

test('a loop makes resources, outputs and conditions', () => {
  const template = load({
    Parameters: { Names: { Type: 'CommaDelimitedList', Default: 'a,b' } },
    Resources: {
      'Fn::ForEach::Topics': [
        'Name',
        { Ref: 'Names' },
        { 'Topic${Name}': { Type: 'T', Properties: { N: { Ref: 'Name' }, S: { 'Fn::Sub': '${Name}-x' } } } },
      ],
    },
    Outputs: {
      'Fn::ForEach::Out': ['Name', ['a', 'b'], { '${Name}Arn': { Value: { 'Fn::GetAtt': ['Topic${Name}', 'Arn'] } } }],
    },
  });
  expect(template.resources.map(({ logicalId, properties }) => `${logicalId} ${inWords(properties)}`)).toEqual([
    'Topica {N: "a", S: "a-x"}',
    'Topicb {N: "b", S: "b-x"}',
  ]);
  expect(template.outputs.map(({ name, value }) => `${name} ${inWords(value)}`)).toEqual([
    'aArn ${Topica.Arn}',
    'bArn ${Topicb.Arn}',
  ]);
  expect(template.errors).toEqual([]);
});

test('loops within loops, and in properties', () => {
  const template = load({
    Resources: {
      'Fn::ForEach::Outer': [
        'O',
        ['x', 'y'],
        {
          'Fn::ForEach::Inner': [
            'I',
            ['1', '2'],
            {
              'R${O}${I}': {
                Type: 'T',
                Properties: { 'Fn::ForEach::P': ['K', ['k'], { 'P${K}': { 'Fn::Sub': '${O}${I}' } }], Q: 1 },
              },
            },
          ],
        },
      ],
    },
  });
  expect(template.resources.map(({ logicalId, properties }) => `${logicalId} ${inWords(properties)}`)).toEqual([
    'Rx1 {Pk: "x1", Q: 1}',
    'Rx2 {Pk: "x2", Q: 1}',
    'Ry1 {Pk: "y1", Q: 1}',
    'Ry2 {Pk: "y2", Q: 1}',
  ]);
});

test('letters and digits alone go into a name', () => {
  const template = load({
    Resources: { 'Fn::ForEach::R': ['C', ['10.0.0.0/8'], { 'R&{C}': { Type: 'T', Properties: { C: { Ref: 'C' } } } }] },
  });
  expect(template.resources.map(({ logicalId, properties }) => [logicalId, properties['C']])).toEqual([
    ['R100008', '10.0.0.0/8'],
  ]);
});

test.each([
  ['whose collection is not known', ['N', { Ref: 'Names' }, { 'R${N}': { Type: 'T' } }]],
  ['that is malformed', ['N', ['a']]],
  [
    'that makes too many copies',
    ['N', Array.from({ length: 10_001 }, (_, index) => `n${index}`), { 'R${N}': { Type: 'T' } }],
  ],
])('a loop over resources %s is an error, and hides nothing', (_, loop) => {
  const Parameters = { Names: { Type: 'CommaDelimitedList' } };
  const template = load({ Parameters, Resources: { 'Fn::ForEach::L': loop, Other: { Type: 'T' } } });
  expect(template.errors).toEqual([
    expect.objectContaining({
      kind: 'macro',
      path: 't.json',
      message: expect.stringContaining('Fn::ForEach::L cannot be unrolled'),
    }),
  ]);
  expect(template.resources.map(({ logicalId }) => logicalId)).toEqual(['Other']);
});

test('a loop over properties that is not known leaves them unknown', () => {
  const Parameters = { Names: { Type: 'CommaDelimitedList' } };
  const Properties = { 'Fn::ForEach::L': ['N', { Ref: 'Names' }, { '${N}': 1 }], Known: 1 };
  const properties = load({ Parameters, Resources: { R: { Type: 'T', Properties } } }).resource('R')?.properties;
  expect(properties?.['Known']).toBe(1);
  expect(inWords(properties?.['Asked'])).toMatch(/Fn::ForEach::L cannot be unrolled/);
});
