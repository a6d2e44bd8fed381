import { at, describe as inWords, get, OneOf, Reference, Unknown, type Value } from '../../lib/template';

const open = new Unknown('why', 'P');
const bucket = new Reference('Bucket', 'Arn', 't.json');
const oneOf = (...options: readonly Value[]) => new OneOf(options);
const GIVEN = 'what Bucket gives is made at deployment';

/** What is found, as `path=value`; a value that is not known as its reason. */
function found(value: Value | undefined, path: string, prefix?: string): readonly string[] {
  return at(value, path, prefix).map((item) => {
    const words = item.value instanceof Unknown ? `?${item.value.reason}` : inWords(item.value);
    return `${item.path}=${words}`;
  });
}

test.each<[string, Value | undefined, string, readonly string[]]>([
  ['the value itself', 'x', '', ['=x']],
  ['a name', { A: 1 }, 'A', ['A=1']],
  ['a name below a name', { A: { B: 1 } }, 'A.B', ['A.B=1']],
  ['a name that is not set', { A: {} }, 'A.B.C', ['A.B.C=not set']],
  ['a name of a scalar', { A: 1 }, 'A.B', ['A.B=not set']],
  ['a name of a list', { A: [{ B: 1 }] }, 'A.B', ['A.B=not set']],
  ['a position is no name', { A: ['x'] }, 'A.0', ['A.0=not set']],
  ['all items', { A: ['x', 'y'] }, 'A[]', ['A.0=x', 'A.1=y']],
  ['a name in all items', { A: [{ B: 1 }, {}, { B: 2 }] }, 'A[].B', ['A.0.B=1', 'A.1.B=not set', 'A.2.B=2']],
  ['lists within lists', { A: [{ B: ['p', 'q'] }, { B: ['r'] }] }, 'A[].B[]', ['A.0.B.0=p', 'A.0.B.1=q', 'A.1.B.0=r']],
  ['the items of the value itself', ['x', 'y'], '[]', ['.0=x', '.1=y']],
  ['a list that is not set', {}, 'A[].B', []],
  ['an empty list', { A: [] }, 'A[].B', []],
  ['null for a list', { A: null }, 'A[]', []],
  ['a map where a list belongs', { A: { B: 1 } }, 'A[].B', ['A.B=1']],
  ['a scalar where a list belongs', { A: 'x' }, 'A[]', ['A=x']],
  ['each possibility', oneOf({ A: 1 }, { A: 2 }), 'A', ['A=1', 'A=2']],
  ['each possibility on the way', { A: oneOf({ B: 1 }, null) }, 'A.B', ['A.B=1', 'A.B=not set']],
  ['possibilities at the end stay together', { A: oneOf(1, 2) }, 'A', ['A=one of: 1, 2']],
  ['each possible list', { A: oneOf(['x'], ['y', 'z']) }, 'A[]', ['A.0=x', 'A.0=y', 'A.1=z']],
  ['a list that may be left out', { A: oneOf(['x'], null) }, 'A[]', ['A.0=x']],
  ['an item that may be left out', { A: [oneOf({ B: 1 }, null), { B: 2 }] }, 'A[].B', ['A.0.B=1', 'A.1.B=2']],
  ['an item that is one of several', { A: [oneOf('x', 'y')] }, 'A[]', ['A.0=x', 'A.0=y']],
  ['what is not known', { A: open }, 'A', ['A=?why']],
  ['below what is not known', { A: open }, 'A.B', ['A=?why']],
  ['items of what is not known', { A: open }, 'A[].B', ['A=?why']],
  ['below a reference', { A: bucket }, 'A.B', [`A=?${GIVEN}`]],
  ['items of a reference', { A: bucket }, 'A[]', [`A=?${GIVEN}`]],
  ['a reference itself', { A: bucket }, 'A', ['A=${Bucket.Arn}']],
  ['an item that is not known', { A: [open, { B: 1 }] }, 'A[].B', ['A.0=?why', 'A.1.B=1']],
  ['a member of every object', { A: {} }, 'A.B', ['A.B=not set']],
])('%s', (_, value, path, expected) => {
  expect(found(value, path)).toEqual(expected);
});

test('paths stand below the prefix', () => {
  expect(found({ A: ['x'] }, 'A[]', 'Rules.0')).toEqual(['Rules.0.A.0=x']);
  expect(found('x', '', 'Rules.0')).toEqual(['Rules.0=x']);
});

test.each<[string, Value | undefined, string, Value | undefined]>([
  ['is the value', { A: { B: 1 } }, 'A.B', 1],
  ['is undefined where nothing is set', { A: {} }, 'A.B', undefined],
  ['is undefined for null', { A: null }, 'A', undefined],
  ['keeps possibilities', { A: oneOf(1, 2) }, 'A', oneOf(1, 2)],
  ['gathers possibilities', { A: oneOf({ B: 1 }, { B: 2 }, {}) }, 'A.B', oneOf(1, 2, null)],
  ['flattens possibilities', { A: oneOf({ B: oneOf(1, 2) }, { B: 3 }) }, 'A.B', oneOf(1, 2, 3)],
  ['is what is not known', { A: open }, 'A.B', open],
])('the value at a path %s', (_, value, path, expected) => {
  expect(get(value, path)).toEqual(expected);
});
