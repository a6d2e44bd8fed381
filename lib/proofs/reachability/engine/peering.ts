import { restrict, subtract } from '../packets';
import { anywhere, passing, toOutside } from './beyond';
import type { Onward, Router } from './router';

/** Peering reaches the other VPC's own addresses and nothing behind it. */
export function throughPeering(router: Router, key: string, { vpc, packets, travel }: Onward): void {
  const { network } = router;
  const peering = network.peerings.get(key);
  if (!peering) {
    anywhere(router, `peering connection ${key.replace(/^[=?]/, '')} is not in these templates`, {
      vpc,
      subnet: undefined,
      packets,
      travel,
    });
    return;
  }
  const sides = peering.vpcs.map(({ options }) => options);
  const far = sides[0]?.includes(vpc.key) ? sides[1] : sides[1]?.includes(vpc.key) ? sides[0] : undefined;
  if (!far) {
    router.drop(
      { kind: 'refused', thing: peering, why: 'the peering connection is not of this VPC' },
      packets,
      travel.trail,
    );
    return;
  }
  const unsure = peering.vpcs.some(({ options }) => options.length > 1);
  if (unsure && router.options.mode === 'must') return;
  const after = passing(
    router,
    { ...travel, via: 'peering' },
    peering,
    'peering connection',
    peering.vpcs.flatMap(({ reasons }) => reasons),
  );
  for (const vpcKey of far) {
    const other = network.vpcs.get(vpcKey);
    if (!other?.known)
      toOutside(
        router,
        `beyond ${peering.key}`,
        packets,
        after,
        `the VPC at the other end of ${peering.name} is not in these templates`,
      );
    else {
      const own = restrict(packets, { destination: other.addresses });
      router.drop(
        {
          kind: 'refused',
          thing: peering,
          why: `peering is not transitive: only addresses of ${other.name} are behind it`,
        },
        () => subtract(packets, own),
        travel.trail,
      );
      router.deliver(other, own, after);
    }
  }
}
