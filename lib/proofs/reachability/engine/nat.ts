import { restrict } from '../packets';
import { isAvoided } from './avoided';
import { anywhere, passing } from './beyond';
import type { Onward, Router } from './router';

/** Packets end at the NAT gateway, which sends others on: see `Connections`. */
export function toNat(router: Router, key: string, { vpc, subnet, packets, travel }: Onward): void {
  const nat = router.network.nats.get(key);
  if (!nat) {
    anywhere(router, `NAT gateway ${key} is not in these templates`, { vpc, subnet, packets, travel });
    return;
  }
  if (isAvoided(router, nat.place, { packets, travel })) return;
  const onward = { ...travel, via: 'outside' as const };
  const four = restrict(packets, { destination: router.network.book.space.family(4) });
  if (travel.byGroup) return;
  if (subnet === nat.place.subnet) router.end(nat.place, four, onward);
  else
    router.enter(nat.place.subnet, four, onward, (passed, after) =>
      router.end(nat.place, passed, passing(router, after, nat, 'NAT gateway')),
    );
}
