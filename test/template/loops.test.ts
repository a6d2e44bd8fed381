import { describe as inWords, get, templateFromObject } from '../../lib/template';

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

/** What the resource `R` has as `V` when that holds a loop over the items, under the name `N`. */
function unrolled(items: unknown, output: unknown, identifier: unknown = 'N') {
  const Properties = { V: { 'Fn::ForEach::L': [identifier, items, output] } };
  const Parameters = { Given: { Type: 'CommaDelimitedList', Default: 'a,b' }, Open: { Type: 'String' } };
  return load({ Parameters, Resources: { R: { Type: 'T', Properties } } }).resource('R')?.properties['V'];
}

test.each<[string, unknown, unknown, unknown]>([
  ['in keys and texts, all over', ['a', 'b'], { '${N}${N}': '${N}-${N}' }, { aa: 'a-a', bb: 'b-b' }],
  ['in lists', ['a'], { K: ['${N}', { Ref: 'N' }, 1] }, { K: ['a', 'a', 1] }],
  ['in maps', ['a'], { K: { L: { M: '${N}' } } }, { K: { L: { M: 'a' } } }],
  ['not under another name', ['a'], { K: '${M}' }, { K: '${M}' }],
  ['not in a map that only looks like Ref', ['a'], { K: { Ref: 'N', Other: 1 } }, { K: { Ref: 'N', Other: 1 } }],
  ['of letters and digits alone', ['a-1.B'], { 'K&{N}': '&{N}' }, { Ka1B: 'a1B' }],
  ['of numbers', [1, 2], { 'K${N}': '${N}' }, { K1: '1', K2: '2' }],
  ['of a parameter', { Ref: 'Given' }, { '${N}': 1 }, { a: 1, b: 1 }],
  ['of nothing', [], { '${N}': 1 }, {}],
  ['that are long', ['x'.repeat(1024)], { K: '${N}' }, { K: 'x'.repeat(1024) }],
  ['in loops within lists', ['a'], { K: [{ 'Fn::ForEach::M': ['M', ['b'], { '${N}${M}': 1 }] }] }, { K: [{ ab: 1 }] }],
])('items stand %s', (_, items, output, expected) => {
  expect(unrolled(items, output)).toEqual(expected);
});

test('a loop within a list is unrolled', () => {
  const Properties = { V: [{ 'Fn::ForEach::L': ['N', ['a', 'b'], { '${N}': 1 }] }, 'x'] };
  const value = load({ Resources: { R: { Type: 'T', Properties } } }).resource('R')?.properties['V'];
  expect(value).toEqual([{ a: 1, b: 1 }, 'x']);
});

test.each<[string, unknown, unknown, unknown]>([
  ['whose items are not all known', ['a', { Ref: 'Open' }], {}, 'N'],
  ['over a text', 'a', {}, 'N'],
  ['over lists', [['a']], {}, 'N'],
  ['over an item that is too long', ['a', 'x'.repeat(1025)], {}, 'N'],
  ['whose copies are too large together', Array(17).fill('a'), { '${N}': 'x'.repeat(1024 * 1024) }, 'N'],
  ['that makes no map', ['a'], ['${N}'], 'N'],
  ['without a name', ['a'], {}, 1],
])('a loop %s stays, and what it would make is unknown', (_, items, output, identifier) => {
  const value = unrolled(items, output, identifier);
  const asked = typeof value === 'object' && value !== null && 'Asked' in value ? '' : inWords(get(value, 'Asked'));
  expect(asked).toBe('${unknown: Fn::ForEach::L cannot be unrolled: its collection is not known}');
});

test('10,000 copies are made, one more is not', () => {
  const names = (count: number) => Array.from({ length: count }, (_, index) => `n${index}`);
  const made = (count: number) => Object.keys(unrolled(names(count), { '${N}': 1 }) ?? {}).length;
  expect([made(10_000), made(10_001)]).toEqual([10_000, 0]);
});
