import fc from 'fast-check';
import { overlaps } from '../../../lib/config/checks/overlaps';
import { cidrsOverlap, parseCidr, type Cidr } from '../../../lib/model';

/** Blocks in a small space, so that many of them overlap. */
const block: fc.Arbitrary<Cidr> = fc.tuple(fc.integer({ min: 24, max: 30 }), fc.nat(255)).map(([prefix, host]) => {
  const size = 2 ** (32 - prefix);
  const cidr = parseCidr(`10.0.0.${Math.floor(host / size) * size}/${prefix}`);
  if (!cidr) throw new Error('expected a block');
  return cidr;
});

test('every block that overlaps another is in a pair, every pair overlaps, and the later comes first', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
      const items = blocks.map((each, index) => ({ block: each, index }));
      const pairs = overlaps(items);
      for (const [later, earlier] of pairs) {
        expect(later.index).toBeGreaterThan(earlier.index);
        expect(cidrsOverlap(later.block, earlier.block)).toBe(true);
      }
      const paired = new Set(pairs.flat().map((item) => item.index));
      const overlapping = items.filter((item) =>
        items.some((other) => other.index !== item.index && cidrsOverlap(item.block, other.block)),
      );
      expect([...paired].toSorted((a, b) => a - b)).toEqual(overlapping.map((item) => item.index));
    }),
  );
});

test('with few blocks every pair is found', () => {
  const few = fc.array(block, { maxLength: 8 });
  fc.assert(
    fc.property(few, (blocks) => {
      const items = blocks.map((each, index) => ({ block: each, index }));
      const all = items.flatMap((a) =>
        items.filter((b) => b.index < a.index && cidrsOverlap(a.block, b.block)).map((b) => [a.index, b.index]),
      );
      const found = overlaps(items).map(([a, b]) => [a.index, b.index]);
      expect(new Set(found.map(String))).toEqual(new Set(all.map(String)));
    }),
  );
});

test('many equal blocks take no quadratic time', () => {
  const cidr = parseCidr('10.0.0.0/24');
  if (!cidr) throw new Error('expected a block');
  const items = Array.from({ length: 20_000 }, () => ({ block: cidr }));
  expect(overlaps(items).length).toBeLessThan(20_000 * 9);
});
