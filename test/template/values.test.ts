import {
  asBoolean,
  asNumber,
  asText,
  describe as inWords,
  DynamicReference,
  holdsForAll,
  holdsForAny,
  holdsForEach,
  identity,
  isList,
  isMap,
  OneOf,
  parseJsonText,
  Partial,
  partsOf,
  Reference,
  textEndsWith,
  textIncludes,
  textOf,
  textStartsWith,
  Unknown,
  type Value,
} from '../../lib/template';

const bucket = new Reference('Bucket', undefined, 't.json');
const arn = new Reference('Bucket', 'Arn', 't.json');
const named = new Unknown('why', 'P');
const nameless = new Unknown('why');
const partial = textOf(['a', bucket, 'z']);
const secret = textOf(['{{resolve:secretsmanager:', bucket, ':SecretString}}']);

test.each<[string, Value | undefined]>([
  ['not set', undefined],
  ['not set', null],
  ['text', 'text'],
  ['1.5', 1.5],
  ['true', true],
  ['["a", 1, not set, true]', ['a', 1, null, true]],
  ['{A: "a", B: {C: [1]}}', { A: 'a', B: { C: [1] } }],
  ['[]', []],
  ['{}', {}],
  ['${Bucket}', bucket],
  ['${Bucket.Arn}', arn],
  ['${P}', named],
  ['${unknown: why}', nameless],
  ['a${Bucket}z', partial],
  ['{{resolve:secretsmanager:${Bucket}:SecretString}}', secret],
  ['one of: "a", not set, ${Bucket}, ["b"]', new OneOf(['a', null, bucket, ['b']])],
])('%s is what a person reads', (words, value) => {
  expect(inWords(value)).toBe(words);
});

const different: readonly (Value | undefined)[] = [
  undefined,
  'null',
  '',
  '1',
  1,
  true,
  'true',
  [],
  {},
  ['a'],
  ['a', 'b'],
  ['a,b'],
  [['a'], 'b'],
  { a: 'b' },
  { a: 'b', b: 'a' },
  { a: { b: 'a' } },
  bucket,
  arn,
  new Reference('Bucket', undefined, 'u.json'),
  new Reference('Other', undefined, 't.json'),
  named,
  nameless,
  new Unknown('other'),
  new Unknown('why', 'Q'),
  partial,
  textOf(['a', bucket]),
  textOf(['a', arn, 'z']),
  textOf(['a', bucket, 'y']),
  textOf([bucket, 'z']),
  secret,
  textOf(['{{resolve:ssm:', bucket, ':SecretString}}']),
  new OneOf(['a', 'b']),
  new OneOf(['a', null]),
  [new OneOf(['a', 'b'])],
];

test('identity tells all values apart, and finds equal ones equal', () => {
  expect(new Set(different.map(identity)).size).toBe(different.length);
  expect(identity(null)).toBe(identity(undefined));
  expect(identity({ a: 1, b: { c: 2, d: 3 } })).toBe(identity({ b: { d: 3, c: 2 }, a: 1 }));
  expect(identity(new Unknown('said otherwise', 'P'))).toBe(identity(named));
});

test('maps and lists are told from all else', () => {
  const maps = different.filter(isMap);
  expect(maps).toEqual([{}, { a: 'b' }, { a: 'b', b: 'a' }, { a: { b: 'a' } }]);
  expect(different.filter(isList)).toEqual([[], ['a'], ['a', 'b'], ['a,b'], [['a'], 'b'], [new OneOf(['a', 'b'])]]);
  expect([isMap(null), isList(null)]).toEqual([false, false]);
});

const isOn = (value: Value | undefined) => (value instanceof Unknown ? 'unknown' : value === 'on');

test.each<[string, Value | undefined, unknown, unknown, unknown]>([
  ['on', 'on', true, true, true],
  ['off', 'off', false, false, false],
  ['not set', undefined, false, false, false],
  ['null', null, false, false, false],
  ['not known', named, 'unknown', 'unknown', 'unknown'],
  ['on or on', new OneOf(['on', 'on']), true, true, true],
  ['on or off', new OneOf(['on', 'off']), false, false, true],
  ['off or off', new OneOf(['off', null]), false, false, false],
  ['on or not known', new OneOf(['on', named]), 'unknown', 'unknown', true],
  ['off or not known', new OneOf([named, 'off']), false, false, 'unknown'],
])('what holds for all, for each and for some of %s', (_, value, all, each, some) => {
  expect([holdsForAll(value, isOn), holdsForEach(value, isOn), holdsForAny(value, isOn)]).toEqual([all, each, some]);
});

test('a test sees what is not set as undefined, and what is not known where it asks for each', () => {
  const seen: (Value | undefined)[] = [];
  const look = (value: Value | undefined) => seen.push(value) > 0;
  holdsForAll(null, look);
  holdsForEach(null, look);
  holdsForAll(new OneOf([null, named]), look);
  holdsForEach(new OneOf([null, named]), look);
  holdsForAny(named, look);
  expect(seen).toEqual([undefined, undefined, undefined, undefined, named, named]);
});

test.each<[boolean | undefined, readonly (Value | undefined)[]]>([
  [true, [true, 'true', 'TRUE', 'yes', 'Yes', 'on', 'On']],
  [false, [false, 'false', 'False', 'no', 'NO', 'off', 'Off']],
  [undefined, ['', 't', 'truer', 0, 1, null, undefined, [], {}, named, bucket]],
])('%s is read', (expected, values) => {
  expect(values.map(asBoolean)).toEqual(values.map(() => expected));
});

test.each<[Value | undefined, number | undefined]>([
  ['+3', 3],
  ['-.5', -0.5],
  ['5.', 5],
  ['1.25e-2', 0.0125],
  ['1E+2', 100],
  ['\t7\n', 7],
  ['10', 10],
  ['1 2', undefined],
  ['x1', undefined],
  ['1x', undefined],
  ['.', undefined],
  ['1e', undefined],
  ['1.2.3', undefined],
  ['+', undefined],
  ['--1', undefined],
  [true, undefined],
  [undefined, undefined],
])('%p as a number is %p', (value, expected) => {
  expect(asNumber(value)).toBe(expected);
});

test('scalars as text, nothing else', () => {
  expect(['', 'a', 1.5, true, false].map(asText)).toEqual(['', 'a', '1.5', 'true', 'false']);
  expect([null, undefined, [], {}, named, bucket, partial].map(asText)).toEqual(Array(7).fill(undefined));
});

test('the parts of a text', () => {
  expect(partsOf(partial)).toEqual(['a', bucket, 'z']);
  expect([bucket, named, secret, 5, ''].map(partsOf)).toEqual([[bucket], [named], [secret], ['5'], ['']]);
  expect([null, undefined, [], {}, new OneOf(['a', 'b'])].map(partsOf)).toEqual(Array(5).fill(undefined));
});

test('parts are joined: texts side by side become one, empty ones go, texts within texts are opened', () => {
  expect(textOf([])).toBe('');
  expect(textOf(['a', '', 'b'])).toBe('ab');
  expect(textOf(['', bucket, ''])).toBe(bucket);
  expect(partsOf(textOf(['x', ...(partsOf(partial) ?? []), 'y', '', arn]))).toEqual(['xa', bucket, 'zy', arn]);
});

const dynamic = (service: string, ...key: DynamicReference['key']) => new DynamicReference(service, key);

test.each<[string, Parameters<typeof textOf>[0], readonly unknown[] | undefined]>([
  ['alone', ['{{resolve:ssm:/n}}'], [dynamic('ssm', '/n')]],
  ['of a secure string', ['{{resolve:ssm-secure:/n:1}}'], [dynamic('ssm-secure', '/n:1')]],
  ['amid text', ['a{{resolve:ssm:/n}}b'], ['a', dynamic('ssm', '/n'), 'b']],
  ['twice', ['{{resolve:ssm:a}}{{resolve:ssm:b}}'], [dynamic('ssm', 'a'), dynamic('ssm', 'b')]],
  ['with an open key', ['{{resolve:ssm:', bucket, '}}'], [dynamic('ssm', bucket)]],
  ['with a key that is open in part', ['{{resolve:ssm:/', bucket, '/x}}y'], [dynamic('ssm', '/', bucket, '/x'), 'y']],
  ['behind another part', [bucket, '{{resolve:ssm:a}}'], [bucket, dynamic('ssm', 'a')]],
  ['without a key', ['{{resolve:ssm:}}'], [dynamic('ssm')]],
  ['of an unknown service', ['{{resolve:other:a}}'], ['{{resolve:other:a}}']],
  ['that never ends', ['x{{resolve:ssm:a', bucket, 'b'], ['x{{resolve:ssm:a', bucket, 'b']],
])('a dynamic reference %s is a part of its own', (_, parts, expected) => {
  expect(partsOf(textOf(parts))).toEqual(expected);
});

test.each<[Value | undefined, string, unknown, unknown, unknown]>([
  ['abc', '', true, true, true],
  ['abc', 'abc', true, true, true],
  ['abc', 'abcd', false, false, false],
  [12, '2', false, true, true],
  [partial, 'a', true, false, true],
  [partial, 'z', false, true, true],
  [partial, 'ab', 'unknown', false, 'unknown'],
  [partial, 'yz', false, 'unknown', 'unknown'],
  [bucket, '', 'unknown', 'unknown', 'unknown'],
  [named, 'x', 'unknown', 'unknown', 'unknown'],
  [['a'], 'a', false, false, false],
  [null, 'a', false, false, false],
])('%p starts with, ends with, includes %p', (value, piece, starts, ends, includes) => {
  const answers = [textStartsWith(value, piece), textEndsWith(value, piece), textIncludes(value, piece)];
  expect(answers).toEqual([starts, ends, includes]);
});

test('JSON text is read with the parts that are still to come', () => {
  const text = textOf(['{"a":["x-', bucket, '-', named, '"],"b":{"c":"', arn, '","d":1},"e":null,"f":"plain"}']);
  expect(text instanceof Partial && parseJsonText(text)).toEqual({
    a: [textOf(['x-', bucket, '-', named])],
    b: { c: arn, d: 1 },
    e: null,
    f: 'plain',
  });
  expect(parseJsonText('{"a":1}')).toEqual({ a: 1 });
  expect(parseJsonText('{')).toBeUndefined();
});
