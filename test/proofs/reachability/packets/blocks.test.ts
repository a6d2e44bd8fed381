import { blockOf, holds, mayBePublic } from '../../../../lib/proofs/reachability/addresses';

test.each<[string, [4 | 6, number, bigint] | undefined]>([
  ['10.0.0.0/16', [4, 16, 65536n]],
  ['10.0.0.5/16', [4, 16, 65536n]],
  ['10.0.0.5', [4, 32, 1n]],
  [' 10.0.0.5/32 ', [4, 32, 1n]],
  ['0.0.0.0/0', [4, 0, 2n ** 32n]],
  ['2001:db8::/64', [6, 64, 2n ** 64n]],
  ['::1', [6, 128, 1n]],
  ['10.0.0.0/33', undefined],
  ['2001:db8::/129', undefined],
  ['10.0.0.0/', undefined],
  ['10.0.0.0/-1', undefined],
  ['10.0.0.0/1e1', undefined],
  ['10.0.0.256', undefined],
  ['example.com', undefined],
  ['', undefined],
])('the block %j', (text, expected) => {
  const block = blockOf(text);
  expect(block && [block.family, block.prefix, block.last - block.first + 1n]).toEqual(expected);
});

test('a block with bits set right of its prefix is the one without them', () => {
  expect(blockOf('10.0.255.5/16')).toEqual(blockOf('10.0.0.0/16'));
});

const block = (text: string) => {
  const found = blockOf(text);
  if (!found) throw new Error(`${text} is no block`);
  return found;
};

test.each([
  ['10.0.0.0/8', '10.0.0.0/8', true],
  ['10.0.0.0/8', '10.255.255.255', true],
  ['10.0.0.0/8', '10.0.0.0/7', false],
  ['10.0.0.0/8', '11.0.0.0', false],
  ['10.0.0.0/8', '9.255.255.255', false],
  ['0.0.0.0/0', '::1', false],
])('%s holds %s: %s', (outer, inner, expected) => {
  expect(holds(block(outer), block(inner))).toBe(expected);
});

// IANA special-purpose address registries.
test.each([
  ['10.0.0.0/8', false],
  ['10.1.0.0/16', false],
  ['10.255.255.255', false],
  ['10.0.0.0/7', true],
  ['11.0.0.0', true],
  ['9.255.255.255', true],
  ['172.16.0.0/12', false],
  ['172.31.255.255', false],
  ['172.32.0.0', true],
  ['192.168.0.0/16', false],
  ['192.168.0.0/15', true],
  ['8.8.8.8', true],
  ['0.0.0.0/0', true],
  ['2000::/3', true],
  ['2001:db8::1', true],
  ['fd00::/8', false],
  ['fe80::1', false],
  ['::/0', true],
])('the internet may route %s: %s', (text, expected) => {
  expect(mayBePublic(block(text))).toBe(expected);
});
