import fc from 'fast-check';
import { addressAt, cidrContains, cidrsOverlap, parseCidr } from '../../lib/model';

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
  });
});
