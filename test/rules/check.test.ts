import fc from 'fast-check';
import {
  absent,
  all,
  among,
  at,
  atLeast,
  customerKey,
  either,
  field,
  get,
  isFalse,
  isNotFalse,
  isNotTrue,
  isTrue,
  noneOf,
  orAbsent,
  present,
  some,
  type Expectation,
} from '../../lib/rules/check';
import { DynamicReference, Elsewhere, OneOf, Partial, Reference, Unknown, type Value } from '../../lib/template';

const reference = new Reference('Key', 'Arn', 'a.json');
const parameter = new Unknown('parameter Key has no default', 'Key');
const text = new Partial('text depends on Key', ['arn:aws:kms:', parameter]);

describe('expectations', () => {
  test.each<[string, Expectation, Value | undefined, boolean | 'unknown']>([
    ['true is true', isTrue, true, true],
    ['"true" is true', isTrue, 'true', true],
    ['not set is not true', isTrue, undefined, false],
    ['false is not true', isTrue, false, false],
    ['a parameter may be true', isTrue, parameter, 'unknown'],
    ['what a resource returns may be true', isTrue, reference, 'unknown'],
    ['one branch is not true', isTrue, new OneOf([true, false]), false],
    ['a removed branch is not true', isTrue, new OneOf([true, null]), false],
    ['both branches are true', isTrue, new OneOf([true, 'true']), true],
    ['one branch is open', isTrue, new OneOf([true, parameter]), 'unknown'],
    ['a branch that fails outweighs one that is open', isTrue, new OneOf([parameter, false]), false],
    ['not set is not false either', isFalse, undefined, false],
    ['not set counts as the default true', isNotFalse, undefined, true],
    ['not set counts as the default false', isNotTrue, undefined, true],
    ['a reference is set', present, reference, true],
    ['text known in part is set', present, text, true],
    ['a dynamic reference is set', present, new DynamicReference('ssm', ['/a']), true],
    ['what stands elsewhere is set', present, new Elsewhere('no template here exports a'), true],
    ['the account is set', present, new Unknown('known at deployment', 'AWS::AccountId'), true],
    ['a parameter may be empty', present, parameter, 'unknown'],
    ['an empty text is nothing', present, '', false],
    ['a removed branch is not set', present, new OneOf(['a', null]), false],
    ['a reference is not absent', absent, reference, false],
    ['null is absent', absent, null, true],
    ['text is compared whatever its case', among('TLS'), 'tls', true],
    ['a number is compared as text', among('-1'), -1, true],
    ['not set is none of them', noneOf('a'), undefined, true],
    ['not set is among none', among('a'), undefined, false],
    ['a number as text is a number', atLeast(7), '30', true],
    ['a word is no number', atLeast(7), 'many', false],
    ['not set is what the service does', orAbsent(atLeast(7)), undefined, true],
    ['a removed branch is what the service does', orAbsent(atLeast(7)), new OneOf([30, null]), true],
    ['a part of a map', field('a.b', isTrue), { a: { b: true } }, true],
    ['a part that is not set', field('a.b', isTrue), { a: {} }, false],
    ['every item', field('a[].b', isTrue), { a: [{ b: true }, { b: false }] }, false],
    ['both must hold', all(field('a', isTrue), field('b', isTrue)), { a: true, b: parameter }, 'unknown'],
    ['one is enough', either(field('a', isTrue), field('b', isTrue)), { a: true, b: parameter }, true],
    ['one item is enough', some(field('k', among('x'))), [{ k: 'y' }, { k: 'x' }], true],
    ['no item', some(field('k', among('x'))), [], false],
    ['an item of each branch', some(among('x')), new OneOf([['x'], ['y', 'x']]), true],
    ['an item of one branch', some(among('x')), new OneOf([['x'], ['y']]), false],
    ['an unknown list may hold it', some(among('x')), parameter, 'unknown'],
    ['a key of one’s own', customerKey, reference, true],
    ['an alias of AWS', customerKey, 'alias/aws/s3', false],
    ['an alias of AWS in an ARN', customerKey, 'arn:aws:kms:ap-east-1:111122223333:alias/aws/s3', false],
    ['an alias of one’s own', customerKey, 'alias/archive', true],
  ])('%s', (_, expectation, value, expected) => {
    expect(expectation.test(value)).toBe(expected);
  });

  const leaf: fc.Arbitrary<Value> = fc.constantFrom<Value>(
    true,
    false,
    'true',
    'x',
    '',
    0,
    7,
    null,
    reference,
    parameter,
    text,
  );

  test('hold for several possibilities only if they hold for each', () => {
    const expectations = [
      isTrue,
      isFalse,
      isNotTrue,
      present,
      absent,
      among('x'),
      atLeast(1),
      orAbsent(isTrue),
      some(isTrue),
    ];
    const rank = (holds: boolean | 'unknown'): number => (holds === false ? 0 : holds === 'unknown' ? 1 : 2);
    fc.assert(
      fc.property(fc.array(leaf, { minLength: 1, maxLength: 4 }), fc.constantFrom(...expectations), (options, one) => {
        const each = options.map((option) => rank(one.test(option ?? undefined)));
        expect(rank(one.test(new OneOf(options)))).toBe(Math.min(...each));
      }),
    );
  });
});

describe('at', () => {
  test.each<[string, Value, string, readonly [string, Value | undefined][]]>([
    ['a property', { a: 1 }, 'a', [['a', 1]]],
    ['a property that is not set', {}, 'a.b', [['a.b', undefined]]],
    [
      'items',
      { a: [{ b: 1 }, { b: 2 }] },
      'a[].b',
      [
        ['a.0.b', 1],
        ['a.1.b', 2],
      ],
    ],
    ['a map where a list belongs', { a: { b: 1 } }, 'a[].b', [['a.b', 1]]],
    ['no list', {}, 'a[].b', []],
    [
      'branches',
      { a: new OneOf([{ b: 1 }, { b: 2 }]) },
      'a.b',
      [
        ['a.b', 1],
        ['a.b', 2],
      ],
    ],
    [
      'a removed branch',
      { a: new OneOf([{ b: 1 }, null]) },
      'a.b',
      [
        ['a.b', 1],
        ['a.b', undefined],
      ],
    ],
    ['an item that may be removed', { a: [new OneOf([{ b: 1 }, null])] }, 'a[].b', [['a.0.b', 1]]],
    ['what a parameter gives', { a: parameter }, 'a.b', [['a', parameter]]],
  ])('finds %s', (_, value, path, expected) => {
    expect(at(value, path).map((found) => [found.path, found.value])).toEqual(expected);
  });

  test('what a resource returns cannot be looked into', () => {
    expect(get({ a: reference }, 'a.b')).toBeInstanceOf(Unknown);
  });
});
