import { plainKey, type Peering } from '../network';
import { restrict, subtract, type PacketSet } from '../packets';
import { isAvoided } from './avoided';
import { anywhere, passing, toOutside } from './beyond';
import type { Onward, Router } from './router';
import type { Travel } from './travel';

/**
 * Peering joins the own addresses of two VPCs: nothing behind the other, and nothing that came into this one by another
 * way. Source: Amazon VPC peering guide, Edge to edge routing through a gateway or private connection.
 */
export function throughPeering(router: Router, key: string, { vpc, packets, travel }: Onward): void {
  const { network } = router;
  const peering = network.peerings.get(key);
  if (!peering) {
    anywhere(router, `peering connection ${plainKey(key)} is not in these templates`, {
      vpc,
      subnet: undefined,
      packets,
      travel,
    });
    return;
  }
  if (isAvoided(router, peering, { packets, travel })) return;
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
  const sent = ownOf(router, peering, { vpc, packets, travel });
  for (const vpcKey of far) intoPeer(router, peering, vpcKey, sent, after);
}

/** What comes to the far end: packets to its own addresses. */
function intoPeer(router: Router, peering: Peering, vpcKey: string, sent: PacketSet, travel: Travel): void {
  const other = router.network.vpcs.get(vpcKey);
  if (!other?.known) {
    const reason = `the VPC at the other end of ${peering.name} is not in these templates`;
    toOutside(router, `beyond ${peering.key}`, sent, travel, reason);
    return;
  }
  const own = restrict(sent, { destination: other.addresses });
  const why = `peering is not transitive: only addresses of ${other.name} are behind it`;
  router.drop({ kind: 'refused', thing: peering, why }, () => subtract(sent, own), travel.trail);
  router.deliver(other, own, travel);
}

/** What may be sent from a VPC: from its own addresses, as far as they are known. */
function ownOf(router: Router, peering: Peering, { vpc, packets, travel }: Omit<Onward, 'subnet'>): PacketSet {
  if (!vpc.known) return packets;
  const own = restrict(packets, { source: vpc.addresses });
  const why = `peering is not transitive: only addresses of ${vpc.name} may be sent from it`;
  router.drop({ kind: 'refused', thing: peering, why }, () => subtract(packets, own), travel.trail);
  return own;
}
