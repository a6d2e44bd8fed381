import { and, not, or, type Trilean } from '../../lib/model';

const values: readonly Trilean[] = [true, false, 'unknown'];

describe('three-valued logic', () => {
  test.each([
    [true, 'unknown', 'unknown', true],
    [false, 'unknown', false, 'unknown'],
    [true, false, false, true],
    ['unknown', 'unknown', 'unknown', 'unknown'],
  ] as const)('%p with %p', (a, b, both, either) => {
    expect(and(a, b)).toBe(both);
    expect(or(a, b)).toBe(either);
  });

  test('De Morgan holds for all operands', () => {
    for (const a of values) for (const b of values) expect(not(and(a, b))).toBe(or(not(a), not(b)));
  });
});
