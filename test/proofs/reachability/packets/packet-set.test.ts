import fc from 'fast-check';
import {
  intersect,
  restrict,
  subtract,
  unite,
  type Box,
  type PacketSet,
  type Ranges,
} from '../../../../lib/proofs/reachability/packets';

const ranges: fc.Arbitrary<Ranges> = fc
  .uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 })
  .map((points) => {
    const result: number[] = [];
    for (const point of points.toSorted((a, b) => a - b)) {
      if (result.at(-1) === point - 1) result[result.length - 1] = point;
      else result.push(point, point);
    }
    return result;
  });
const box: fc.Arbitrary<Box> = fc.record({
  source: ranges,
  destination: ranges,
  protocol: ranges,
  port: ranges,
  sourcePort: ranges,
});
const set: fc.Arbitrary<PacketSet> = fc.array(box, { maxLength: 4 });
const packet = fc.tuple(...Array.from({ length: 5 }, () => fc.integer({ min: 0, max: 5 })));

function has(
  packets: PacketSet,
  [source = 0, destination = 0, protocol = 0, port = 0, sourcePort = 0]: readonly number[],
): boolean {
  const point = { source, destination, protocol, port, sourcePort };
  return packets.some((own) => (Object.keys(point) as (keyof Box)[]).every((side) => within(own[side], point[side])));
}

function within(own: Ranges, point: number): boolean {
  return own.some((low, index) => index % 2 === 0 && low <= point && point <= (own[index + 1] ?? -1));
}

const SETTINGS = { numRuns: 2000, seed: 7 };

test('an intersection holds what both hold', () => {
  fc.assert(
    fc.property(set, set, packet, (a, b, p) => has(intersect(a, b), p) === (has(a, p) && has(b, p))),
    SETTINGS,
  );
});

test('a union holds what either holds', () => {
  fc.assert(
    fc.property(set, set, packet, (a, b, p) => has(unite(a, b), p) === (has(a, p) || has(b, p))),
    SETTINGS,
  );
});

test('a difference holds what the first holds and the second does not', () => {
  fc.assert(
    fc.property(set, set, packet, (a, b, p) => has(subtract(a, b), p) === (has(a, p) && !has(b, p))),
    SETTINGS,
  );
});

test('a restriction holds what lies within its sides', () => {
  fc.assert(
    fc.property(
      set,
      ranges,
      packet,
      (a, port, p) => has(restrict(a, { port }), p) === (has(a, p) && within(port, p[3] ?? 0)),
    ),
    SETTINGS,
  );
});

test('nothing is left of a set without itself, and boxes are never empty', () => {
  fc.assert(
    fc.property(set, set, (a, b) => subtract(a, unite(a, b)).length === 0),
    SETTINGS,
  );
  fc.assert(
    fc.property(set, set, (a, b) =>
      [...subtract(a, b), ...intersect(a, b)].every((own) =>
        Object.values(own).every((side: Ranges) => side.length > 0),
      ),
    ),
    SETTINGS,
  );
});
