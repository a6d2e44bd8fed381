import fc from 'fast-check';
import { ruleNumber } from '../../../constructs/network/rule-number';
import { PROTOCOLS } from '../../../lib/model';
import { PROFILE_IDS, profileById } from '../../../lib/profiles';

test('is a number that AWS allows, the same each time', () => {
  fc.assert(
    fc.property(fc.string(), (key) => {
      const number = ruleNumber(key);
      expect(Number.isInteger(number) && number >= 100 && number <= 32766).toBe(true);
      expect(ruleNumber(key)).toBe(number);
    }),
    { seed: 1 },
  );
});

// Nobody could rename these to escape a collision.
test.each(PROFILE_IDS)('the rules that are named after zones of %s never meet', (id) => {
  const places = [1, 2, 3, 4, 5, 6];
  const keys = profileById(id).zones.flatMap((zone) =>
    PROTOCOLS.flatMap((protocol) => places.map((place) => `return-${protocol}-${zone.name}-${place}`)),
  );
  const usual = ['tcp-443', 'tcp-1024-65535', 'udp-1024-65535', 'icmp'];
  const own = ['zone-itself', 'transit', 'vpc'].flatMap((name) =>
    places.flatMap((place) => usual.map((traffic) => `${name}-${place}-${traffic}`)),
  );
  const internet = PROTOCOLS.map((protocol) => `return-${protocol}-internet-0.0.0.0/0`);
  const numbers = [...keys, ...own, ...internet].map(ruleNumber);
  expect(new Set(numbers).size).toBe(numbers.length);
});
