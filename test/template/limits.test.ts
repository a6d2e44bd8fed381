import {
  describe as inWords,
  isList,
  possibilities,
  readUnit,
  templateFromObject,
  Unknown,
  variantsOf,
} from '../../lib/template';
import { within } from '../support/within';
import { resolved } from './resolving';
import { workspace } from './workspace';

const { write } = workspace();

const count = <T>(length: number, make: (index: number) => T): T[] => Array.from({ length }, (_, index) => make(index));
const entries = <T>(length: number, make: (index: number) => readonly [string, T]): { readonly [key: string]: T } =>
  Object.fromEntries(count(length, make));

/** Each condition rests on the one before it, twice over. */
function chained(length: number) {
  const first = { 'Fn::Equals': [{ Ref: 'P0' }, 'on'] };
  return entries(length, (index) => [
    `C${index}`,
    index === 0
      ? first
      : {
          'Fn::Or': [
            { 'Fn::And': [{ Condition: `C${index - 1}` }, { 'Fn::Equals': [{ Ref: `P${index}` }, 'on'] }] },
            { 'Fn::Not': [{ Condition: `C${index - 1}` }] },
          ],
        },
  ]);
}

function nestedIf(depth: number, index: number): unknown {
  if (depth === 0) return `leaf ${index}`;
  return { 'Fn::If': [`C${index % 41}`, nestedIf(depth - 1, index * 7 + 1), nestedIf(depth - 1, index * 5 + 3)] };
}

test('41 chained conditions take less than a second', () => {
  const body = {
    Parameters: entries(41, (index) => [`P${index}`, { Type: 'String', Default: 'off' }]),
    Conditions: chained(41),
    Resources: entries(41, (index) => [
      `R${index}`,
      {
        Type: 'T',
        Condition: `C${index}`,
        Properties: {
          A: nestedIf(3, index),
          B: { 'Fn::Join': ['', count(12, (k) => ({ 'Fn::If': [`C${k}`, 'x', 'y'] }))] },
        },
      },
    ]),
  };
  expect(JSON.stringify(body).length).toBeGreaterThan(28_000);
  const resources = within(1000, () =>
    templateFromObject('t.json', body).resources.map(({ properties }) => properties),
  );
  expect(resources).toHaveLength(41);
});

test('conditions that all rest on one another are answered in time', () => {
  const body = {
    Parameters: entries(150, (index) => [`P${index}`, { Type: 'String' }]),
    Conditions: entries(150, (index) => [
      `C${index}`,
      {
        'Fn::Or': count(10, (k) => ({
          'Fn::And': [{ Condition: `C${(index + k + 1) % 150}` }, { 'Fn::Equals': [{ Ref: `P${index}` }, `v${k}`] }],
        })),
      },
    ]),
    Resources: entries(150, (index) => [
      `R${index}`,
      { Type: 'T', Condition: `C${index}`, Properties: { A: nestedIf(3, index) } },
    ]),
  };
  const variants = within(8000, () => templateFromObject('t.json', body).resources.flatMap(variantsOf));
  expect(variants.map(({ properties }) => inWords(properties['A']))).not.toContain('not set');
});

test('a chain of 5,000 conditions does not overflow', () => {
  const Conditions = entries(5000, (index) => [
    `C${index}`,
    index === 0 ? { 'Fn::Equals': [{ Ref: 'P' }, 'x'] } : { 'Fn::Not': [{ Condition: `C${index - 1}` }] },
  ]);
  const value = within(5000, () =>
    resolved({ 'Fn::If': ['C4999', 1, 2] }, { Parameters: { P: { Type: 'String' } }, Conditions }),
  );
  expect(inWords(value)).toBe('one of: 1, 2');
});

test('conditions that rest on themselves are open', () => {
  const Conditions = {
    A: { Condition: 'B' },
    B: { 'Fn::Not': [{ Condition: 'A' }] },
    C: { 'Fn::Equals': [{ 'Fn::If': ['C', 1, 2] }, 1] },
  };
  for (const name of ['A', 'B', 'C'])
    expect(inWords(resolved({ 'Fn::If': [name, 1, 2] }, { Conditions }))).toBe('one of: 1, 2');
});

test.each<[string, unknown, number]>([
  ['Sub with 10,000 references', { 'Fn::Sub': '${Bucket}'.repeat(10_000) }, 90_000],
  ['Sub with 100,000 known names', { 'Fn::Sub': ['${A}'.repeat(100_000), { A: 'ab' }] }, 200_000],
  ['Sub with openings only', { 'Fn::Sub': '${'.repeat(300_000) }, 600_000],
  ['10,000 dynamic references', '{{resolve:ssm:a}}'.repeat(10_000), 170_000],
  ['dynamic references that never end', '{{resolve:ssm:'.repeat(20_000), 280_000],
])('%s is bounded', (_, expression, length) => {
  expect(inWords(within(5000, () => resolved(expression)))).toHaveLength(length);
});

const filler = 'v'.repeat(100_000);

test.each<[string, unknown, RegExp]>([
  ['text that doubles 40 times', grown('x', 40), /text is longer than/],
  ['100,000 references', { 'Fn::Sub': '${Bucket}'.repeat(100_000) }, /text is longer than/],
  ['references that double 40 times', grown({ Ref: 'Bucket' }, 40), /text is longer than/],
  [
    'a long delimiter between many items',
    { 'Fn::Join': [filler, count(100_000, () => 1)] },
    /text is longer than|too long together/,
  ],
  ['many long texts', count(2000, (index) => ({ 'Fn::Sub': [`\${A}${index}`, { A: filler }] })), /too long together/],
])('%s become unknown', (_, expression, reason) => {
  const value = within(5000, () => resolved(expression));
  const last = isList(value) ? value.at(-1) : value;
  expect(last instanceof Unknown ? last.reason : last).toMatch(reason);
});

test('one open value among 100,000 does not multiply the work', () => {
  const Conditions = { C: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'x'] } };
  const open = { 'Fn::If': ['C', 'p', 'q'] };
  const value = within(5000, () =>
    resolved({ 'Fn::Join': ['', [...count(100_000, () => 'v'), open]] }, { Conditions }),
  );
  expect(possibilities(value).map((option) => String(option).slice(-2))).toEqual(['vp', 'vq']);
});

/** Text that doubles with each level. */
function grown(start: unknown, levels: number): unknown {
  let expression = start;
  for (let level = 0; level < levels; level++) expression = { 'Fn::Sub': ['${A}${A}', { A: expression }] };
  return expression;
}

const resource = (index: number) => ({
  Type: 'AWS::S3::Bucket',
  Properties: {
    BucketName: { 'Fn::Sub': `b-\${AWS::Region}-${index}` },
    Tags: [{ Key: 'k', Value: 'v'.repeat(100) }],
  },
});
const use = (file: string) =>
  readUnit(file).graph.templates.flatMap(({ resources }) => resources.map(({ properties }) => properties));

test('a template of 1 MB is read in time, as JSON and as YAML', () => {
  const json = write(
    'big.json',
    JSON.stringify({ Resources: entries(4500, (index) => [`R${index}`, resource(index)]) }),
  );
  const yaml = write(
    'big.yaml',
    `Resources:\n${count(8000, (index) => `  R${index}:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: !Sub "b-\${AWS::Region}-${index}"\n      Other: ${'v'.repeat(30)}\n`).join('')}`,
  );
  expect(within(5000, () => use(json))).toHaveLength(4500);
  expect(within(30_000, () => use(yaml))).toHaveLength(8000);
});

test('a body that holds itself, or is nested too deeply, is refused', () => {
  const body: { Resources: object; Self?: unknown } = { Resources: {} };
  body.Self = body;
  expect(() => templateFromObject('t.json', body)).toThrow(/nested deeper than 300 levels/);
  let deep: unknown = 1;
  for (let level = 0; level < 100_000; level++) deep = [deep];
  expect(() => templateFromObject('t.json', { Resources: { A: { Type: 'T', Properties: { deep } } } })).toThrow(
    /nested deeper than 300 levels/,
  );
});

test.each([
  [
    'over thousands of allowed values',
    { AllowedValues: count(20_000, (index) => `v${index}`) },
    {
      Assertions: count(8000, (index) => ({ Assert: { 'Fn::Not': [{ 'Fn::Equals': [{ Ref: 'P' }, `v${index}`] }] } })),
    },
  ],
  [
    'over long lists',
    {},
    { Assertions: count(4, () => ({ Assert: { 'Fn::EachMemberIn': [count(4000, String), count(4000, String)] } })) },
  ],
  [
    'with a long condition',
    {},
    {
      RuleCondition: { 'Fn::Or': count(3000, (index) => ({ 'Fn::Equals': [{ Ref: 'P' }, `v${index}`] })) },
      Assertions: count(3000, () => ({ Assert: { 'Fn::Equals': [{ Ref: 'P' }, 'x'] } })),
    },
  ],
])('rules %s end in time', (_, parameter, rule) => {
  const template = templateFromObject('t.json', {
    Parameters: { P: { Type: 'String', ...parameter } },
    Rules: { R: rule },
    Resources: { A: { Type: 'T', Properties: { Value: { Ref: 'P' } } } },
  });
  expect(within(2000, () => template.resource('A')?.properties)).toHaveProperty('Value');
});

test('a name that looks like thousands of loops is told apart in time', () => {
  const loop = ['N', ['a'], { 'R${N}': { Type: 'T' } }];
  const Resources = { 'Fn::ForEach::L': loop, ['${'.repeat(60_000)]: { Type: 'T', Properties: { Key: 1 } } };
  const [template] = readUnit(write('loops.json', JSON.stringify({ Resources }))).graph.templates;
  expect(
    within(2000, () => [
      template?.locate('Ra'),
      template?.locate('${'.repeat(60_000)),
      template?.locate('${'.repeat(50_000)),
    ]),
  ).toMatchObject([{ line: 1 }, { line: 1 }, undefined]);
});

test('loops that multiply stop', () => {
  let body: object = { 'R${x0}${x1}${x2}${x3}': { Type: 'T' } };
  for (const level of [0, 1, 2, 3])
    body = { [`Fn::ForEach::L${level}`]: [`x${level}`, count(50, (index) => `v${index}`), body] };
  const template = templateFromObject('t.json', { Resources: body });
  expect(within(8000, () => template.errors).length).toBeGreaterThan(0);
});
