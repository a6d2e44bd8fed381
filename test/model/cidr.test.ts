import fc from 'fast-check';
import { addressAt, blockOf, cidrContains, cidrsOverlap, joinBlocks, parseCidr } from '../../lib/model';

const block = fc
  .tuple(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.integer({ min: 0, max: 32 }))
  .map(([address, prefix]) => {
    const size = 2 ** (32 - prefix);
    const first = Math.floor(address / size) * size;
    return `${[24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join('.')}/${prefix}`;
  });

function parsed(text: string) {
  const cidr = parseCidr(text);
  if (!cidr) throw new Error(`${text} did not parse`);
  return cidr;
}

describe('address blocks', () => {
  test.each(['10.0.0.1/16', '10.0.0.0/33', '10.0.0.0', '10.0.0/8', 'fe80::1/64', '::/129', '010.0.0.0/8', ''])(
    'refuses %p',
    (text) => expect(parseCidr(text)).toBeUndefined(),
  );

  test.each([
    ['10.64.0.0/14', 4, 0x0a400000n, 0x0a43ffffn],
    ['2001:db8::/32', 6, 0x20010db8n << 96n, (0x20010db9n << 96n) - 1n],
    ['::ffff:10.0.0.0/104', 6, 0xffff0a000000n, 0xffff0affffffn],
  ] as const)('reads %p', (text, family, first, last) => {
    expect(parsed(text)).toMatchObject({ family, first, last });
  });

  test('two blocks overlap exactly when one contains the other', () => {
    fc.assert(
      fc.property(block, block, (a, b) => {
        const [x, y] = [parsed(a), parsed(b)];
        return cidrsOverlap(x, y) === (cidrContains(x, y) || cidrContains(y, x));
      }),
    );
  });

  test('addresses by offset', () => {
    expect(addressAt(parsed('10.0.1.0/24'), 10)).toBe('10.0.1.10');
    expect(() => addressAt(parsed('10.0.1.0/28'), 16)).toThrow('outside 10.0.1.0/28');
    expect(addressAt(parsed('2001:db8::/32'), 1n << 64n)).toBe('2001:db8:0:1::');
  });

  test.each(['::', '::1', '1::', '2001:db8::', 'fd12:3456:789a:10::', '10::10', '1:0:2::3:0:4', '1:2:3:4:5:6:7:8'])(
    'IPv6 is written as people write it: %s',
    (text) => expect(addressAt(parsed(`${text}/128`), 0)).toBe(text),
  );

  test('blocks of IPv6 are cut, and joined again', () => {
    const halves = [0n, 1n].map((half) => blockOf(parsed('fd12:3456:789a::/48'), half << 79n, 49));
    expect(halves.map(({ text }) => text)).toEqual(['fd12:3456:789a::/49', 'fd12:3456:789a:8000::/49']);
    expect(joinBlocks(halves).map(({ text }) => text)).toEqual(['fd12:3456:789a::/48']);
  });
});
