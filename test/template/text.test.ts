import {
  arnOf,
  asBoolean,
  asNumber,
  describe as inWords,
  holdsForAll,
  identity,
  OneOf,
  oneOf,
  possibilities,
  Reference,
  textEndsWith,
  textIncludes,
  textOf,
  textStartsWith,
  Unknown,
  type Value,
} from '../../lib/template';
import { resolved } from './resolving';

const bucket = new Reference('Bucket', undefined, 't.json');
const partial = textOf(['arn:', bucket, '/path/*']);

test.each<[string, Value | undefined, string, unknown]>([
  ['known text that starts so', 'abc', 'ab', true],
  ['known text that does not', 'abc', 'b', false],
  ['text known in part that starts so', partial, 'arn', true],
  ['text known in part that does not', partial, 'aws', false],
  ['text known in part that may', partial, 'arn:aws', 'unknown'],
  ['a reference', bucket, 'a', 'unknown'],
  ['a number', 443, '44', true],
  ['a list', ['a'], 'a', false],
  ['nothing', undefined, 'a', false],
  ['nothing, asked for nothing', undefined, '', true],
])('textStartsWith: %s', (_, value, prefix, expected) => {
  expect(textStartsWith(value, prefix)).toBe(expected);
});

test.each<[string, Value | undefined, string, unknown]>([
  ['known text that ends so', 'abc', 'bc', true],
  ['text known in part that ends so', partial, '/*', true],
  ['text known in part that does not', partial, 'x', false],
  ['text known in part that may', partial, 'b/path/*', 'unknown'],
])('textEndsWith: %s', (_, value, suffix, expected) => {
  expect(textEndsWith(value, suffix)).toBe(expected);
});

test.each<[string, Value | undefined, string, unknown]>([
  ['known text', 'abc', 'b', true],
  ['known text without', 'abc', 'x', false],
  ['a known part', partial, 'path', true],
  ['perhaps an unknown part', partial, 'x', 'unknown'],
])('textIncludes: %s', (_, value, piece, expected) => {
  expect(textIncludes(value, piece)).toBe(expected);
});

test('an ARN is taken apart although some of it is unknown', () => {
  const arn = arnOf(resolved({ 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/a:b-${Bucket}' }));
  expect(inWords(arn?.partition)).toBe('${AWS::Partition}');
  expect(arn?.service).toBe('iam');
  expect(arn?.region).toBe('');
  expect(inWords(arn?.account)).toBe('${AWS::AccountId}');
  expect(inWords(arn?.resource)).toBe('role/a:b-${Bucket}');
});

test.each<[string, Value | undefined]>([
  ['a name', 'bucket'],
  ['a reference, which may be an ARN', bucket],
  ['too few fields', 'arn:aws:s3'],
  ['a list', []],
])('%s is not taken apart', (_, value) => {
  expect(arnOf(value)).toBeUndefined();
});

test('one of several is flat and without duplicates', () => {
  const value = oneOf(['a', new OneOf(['b', null]), 'a', undefined, { x: [1] }, { x: [1] }]);
  expect(possibilities(value)).toEqual(['a', 'b', undefined, { x: [1] }]);
  expect(oneOf(['a', 'a'])).toBe('a');
  expect(oneOf([undefined])).toBeUndefined();
  expect(oneOf(Array.from({ length: 65 }, (_, index) => index))).toBeInstanceOf(Unknown);
});

test('equal values have equal identity, different ones do not', () => {
  expect(identity({ a: 1, b: [bucket] })).toBe(identity({ b: [new Reference('Bucket', undefined, 't.json')], a: 1 }));
  expect(identity('1')).not.toBe(identity(1));
  expect(identity(bucket)).not.toBe(identity(new Reference('Bucket', undefined, 'other.json')));
  expect(identity(new Unknown('a', 'P'))).not.toBe(identity(new Unknown('a', 'Q')));
});

const isTrue = (value: Value | undefined) => value === true;

test('what holds for all possibilities', () => {
  expect(holdsForAll(true, isTrue)).toBe(true);
  expect(holdsForAll(new OneOf([true, null]), isTrue)).toBe(false);
  expect(holdsForAll(new OneOf([true, new Unknown('x')]), isTrue)).toBe('unknown');
  expect(holdsForAll(new OneOf([false, new Unknown('x')]), isTrue)).toBe(false);
});

test('scalars are read as CloudFormation reads them', () => {
  expect([true, 'true', 'True', 'no', 'maybe', 1, undefined].map(asBoolean)).toEqual([
    true,
    true,
    true,
    false,
    undefined,
    undefined,
    undefined,
  ]);
  expect([22, '22', ' 3.5 ', '-1', '1e3', '', 'x', '0x1', null].map(asNumber)).toEqual([
    22,
    22,
    3.5,
    -1,
    1000,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
