import fc from 'fast-check';
import {
  coversRanges,
  intersectRanges,
  subtractRanges,
  uniteRanges,
  type Ranges,
} from '../../../../lib/proofs/reachability/packets';

const points = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 20 });
const toRanges = (own: readonly number[]): Ranges => uniteRanges(...own.map((point) => [point, point]));
const toPoints = (own: Ranges): number[] => {
  const result: number[] = [];
  for (let i = 0; i < own.length; i += 2)
    for (let point = own[i] ?? 0; point <= (own[i + 1] ?? -1); point += 1) result.push(point);
  return result;
};
const sorted = (own: Iterable<number>) => [...own].toSorted((a, b) => a - b);

test('operations on ranges are operations on the numbers in them', () => {
  fc.assert(
    fc.property(points, points, (a, b) => {
      const [left, right] = [toRanges(a), toRanges(b)];
      expect(toPoints(left)).toEqual(sorted(a));
      expect(toPoints(intersectRanges(left, right))).toEqual(sorted(a.filter((point) => b.includes(point))));
      expect(toPoints(subtractRanges(left, right))).toEqual(sorted(a.filter((point) => !b.includes(point))));
      expect(toPoints(uniteRanges(left, right))).toEqual(sorted(new Set([...a, ...b])));
      expect(coversRanges(left, right)).toBe(b.every((point) => a.includes(point)));
    }),
    { numRuns: 200, seed: 7 },
  );
});

test('ranges are sorted, disjoint and joined where they touch', () => {
  fc.assert(
    fc.property(points, points, (a, b) => {
      for (const own of [
        uniteRanges(toRanges(a), toRanges(b)),
        intersectRanges(toRanges(a), toRanges(b)),
        subtractRanges(toRanges(a), toRanges(b)),
      ]) {
        for (let i = 2; i < own.length; i += 2) expect(own[i]).toBeGreaterThan((own[i - 1] ?? 0) + 1);
      }
    }),
    { numRuns: 200, seed: 7 },
  );
});
