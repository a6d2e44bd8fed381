import { Fn, Token } from 'aws-cdk-lib';
import fc from 'fast-check';
import { ipv4Block, joinedBlocks } from '../../../constructs/network/address-blocks';
import { addressAt, parseCidr } from '../../../lib/model';

test.each<[string, string[], string[]]>([
  ['two halves', ['10.0.0.0/24', '10.0.1.0/24'], ['10.0.0.0/23']],
  ['three of four', ['10.0.0.0/24', '10.0.1.0/24', '10.0.2.0/24'], ['10.0.0.0/23', '10.0.2.0/24']],
  ['four, in any order', ['10.0.3.0/24', '10.0.0.0/24', '10.0.2.0/24', '10.0.1.0/24'], ['10.0.0.0/22']],
  ['neighbours that are no halves of one block', ['10.0.1.0/24', '10.0.2.0/24'], ['10.0.1.0/24', '10.0.2.0/24']],
  ['one inside another', ['10.0.0.0/16', '10.0.5.0/24'], ['10.0.0.0/16']],
  ['the same twice', ['10.0.0.0/24', '10.0.0.0/24'], ['10.0.0.0/24']],
  ['everything', ['0.0.0.0/1', '128.0.0.0/1'], ['0.0.0.0/0']],
  ['none', [], []],
])('joins %s', (_, blocks, joined) => {
  expect(joinedBlocks('[X]', blocks)).toEqual(joined);
});

test('covers exactly the same addresses, never more', () => {
  // Blocks of a small space, so that every address can be compared.
  const block = fc
    .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 24, max: 32 }))
    .map(([host, prefix]) => `10.0.0.${host - (host % 2 ** (32 - prefix))}/${prefix}`);
  const space = parseCidr('10.0.0.0/24');
  if (!space) throw new Error('the space is a block');
  const addresses = Array.from({ length: 256 }, (_, offset) => addressAt(space, offset));
  const covered = (blocks: readonly string[]) =>
    addresses.filter((address) => {
      const host = parseCidr(`${address}/32`);
      return blocks.some((text) => {
        const outer = parseCidr(text);
        return host && outer && outer.first <= host.first && host.last <= outer.last;
      });
    });
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
      const joined = joinedBlocks('[X]', blocks);
      expect(covered(joined)).toEqual(covered(blocks));
      expect(joined.length).toBeLessThanOrEqual(new Set(blocks).size);
      expect(joinedBlocks('[X]', [...blocks].toReversed())).toEqual(joined);
    }),
    { seed: 1, numRuns: 60 },
  );
});

test('keeps blocks that are only known at deployment', () => {
  const later = Token.asString(Fn.ref('Block'));
  expect(joinedBlocks('[X]', [later, '10.0.0.0/24', later])).toEqual([later, '10.0.0.0/24']);
});

test.each([
  ['10.0.0.1/24', /\[X\]: found "10.0.0.1\/24", expected an IPv4 address block/],
  ['10.0.0.0', /found "10.0.0.0"/],
  ['2001:db8::/32', /found the IPv6 block 2001:db8::\/32, expected IPv4/],
])('%s is refused', (text, message) => {
  expect(() => ipv4Block('[X]', text)).toThrow(message);
});
