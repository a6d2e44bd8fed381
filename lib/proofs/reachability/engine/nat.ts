import { plainKey, PROTOCOL } from '../network';
import { restrict, uniteRanges, type Ranges } from '../packets';
import { isAvoided } from './avoided';
import { anywhere, passing } from './beyond';
import type { Onward, Router } from './router';

/** What a NAT gateway passes. Source: Amazon VPC user guide, NAT gateway basics. */
const PASSED: Ranges = [PROTOCOL.icmp, PROTOCOL.icmp, PROTOCOL.tcp, PROTOCOL.tcp, PROTOCOL.udp, PROTOCOL.udp];
const ICMPV6: Ranges = [PROTOCOL.icmpv6, PROTOCOL.icmpv6];

/** Packets end at the NAT gateway, which sends others on: see `Connections`. */
export function toNat(router: Router, key: string, { vpc, subnet, packets, travel }: Onward): void {
  const nat = router.network.nats.get(key);
  if (!nat) {
    anywhere(router, `NAT gateway ${plainKey(key)} is not in these templates`, {
      vpc,
      subnet,
      packets,
      travel,
    });
    return;
  }
  if (isAvoided(router, nat.place, { packets, travel })) return;
  const onward = { ...travel, via: 'outside' as const };
  const { space, nat64 } = router.network.book;
  const taken = [
    ...restrict(packets, { destination: space.family(4), protocol: PASSED }),
    ...(nat64 ? restrict(packets, { destination: nat64.block, protocol: uniteRanges(PASSED, ICMPV6) }) : []),
  ];
  if (travel.byGroup) return;
  if (subnet === nat.place.subnet) router.end(nat.place, taken, onward);
  else
    router.enter(nat.place.subnet, taken, onward, (passed, after) =>
      router.end(nat.place, passed, passing(router, after, nat, 'NAT gateway')),
    );
}
