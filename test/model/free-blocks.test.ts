import fc from 'fast-check';
import { cidrContains, cidrsOverlap, freeBlocks, nextFreeBlock, parseCidr, type Cidr } from '../../lib/model';

function block(text: string): Cidr {
  const found = parseCidr(text);
  if (!found) throw new Error(`${text} is no block`);
  return found;
}

const use = (spaces: readonly string[], taken: readonly string[]) => ({
  spaces: spaces.map(block),
  taken: taken.map(block),
});

test.each<[string, readonly string[], readonly string[], number, number, string | undefined]>([
  ['an empty space', ['10.64.0.0/16'], [], 21, 32, '10.64.0.0/21'],
  ['the first block taken', ['10.64.0.0/16'], ['10.64.0.0/21'], 21, 31, '10.64.8.0/21'],
  ['a small block in the way of a large one', ['10.64.0.0/20'], ['10.64.4.0/28'], 21, 1, '10.64.8.0/21'],
  ['everything taken', ['10.64.0.0/20'], ['10.64.0.0/16'], 24, 0, undefined],
  ['a block larger than the space', ['10.64.0.0/20'], [], 16, 0, undefined],
  ['two spaces', ['10.65.0.0/24', '10.64.0.0/24'], ['10.64.0.0/24'], 25, 2, '10.65.0.0/25'],
  ['spaces that overlap', ['10.64.0.0/23', '10.64.0.0/24'], [], 24, 2, '10.64.0.0/24'],
  ['the last addresses there are', ['255.255.255.0/24'], ['255.255.255.0/25'], 25, 1, '255.255.255.128/25'],
])('%s', (_, spaces, taken, prefix, count, next) => {
  expect(freeBlocks(use(spaces, taken), prefix)).toBe(count);
  expect(nextFreeBlock(use(spaces, taken), prefix)?.text).toBe(next);
});

test('blocks are given until none is free, inside and apart, as many as were promised', () => {
  const subnet = fc
    .tuple(fc.nat(63), fc.integer({ min: 24, max: 28 }))
    .map(([third, prefix]) => block(`10.64.${third}.0/${prefix}`));
  fc.assert(
    fc.property(fc.array(subnet, { maxLength: 6 }), fc.integer({ min: 20, max: 24 }), (taken, prefix) => {
      const spaces = [block('10.64.0.0/18')];
      const given: Cidr[] = [];
      const promised = freeBlocks({ spaces, taken }, prefix);
      for (;;) {
        const next = nextFreeBlock({ spaces, taken: [...taken, ...given] }, prefix);
        if (!next) break;
        expect(spaces.some((space) => cidrContains(space, next))).toBe(true);
        expect([...taken, ...given].some((other) => cidrsOverlap(other, next))).toBe(false);
        given.push(next);
      }
      expect(given).toHaveLength(promised);
    }),
    { seed: 1, numRuns: 30 },
  );
});
