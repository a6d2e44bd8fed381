import { INTERNET, type Gateway, type Place, type Subnet, type Vpc } from '../network';
import {
  intersectRanges,
  restrict,
  subtract,
  subtractRanges,
  uniteRanges,
  type PacketSet,
  type Ranges,
} from '../packets';
import { isAvoided } from './avoided';
import { passing } from './beyond';
import type { Onward, Router } from './router';

/** IPv4 packets pass an internet gateway with a public address alone; IPv6 addresses are public. */
export function toInternet(
  router: Router,
  gateway: Gateway | undefined,
  { vpc, subnet, packets, travel }: Onward,
): void {
  const { network } = router;
  const internet = network.outsides.get(INTERNET);
  if (!internet) return;
  if (!gateway || !gateway.vpcs.options.includes(vpc.key)) {
    const thing = gateway ?? vpc;
    router.drop(
      { kind: 'refused', thing, why: 'the internet gateway is not attached to this VPC' },
      packets,
      travel.trail,
    );
    return;
  }
  if (gateway.vpcs.reasons.length > 0 && router.options.mode === 'must') return;
  if (isAvoided(router, gateway, { packets, travel })) return;
  const allowed = subnet ? admitted(router, subnet, packets, 'out') : packets;
  router.drop(
    { kind: 'refused', thing: subnet ?? vpc, why: 'VPC Block Public Access keeps the subnet from the internet' },
    () => subtract(packets, allowed),
    travel.trail,
  );
  const addressed = restrict(allowed, { source: publicPoints(router, vpc) });
  router.drop(
    {
      kind: 'refused',
      thing: gateway,
      why: 'the sender has no public IPv4 address, and an internet gateway passes no other',
    },
    () => subtract(allowed, addressed),
    travel.trail,
  );
  const reached = restrict(addressed, { destination: internet.addresses });
  const after = passing(router, travel, gateway, 'internet gateway', gateway.vpcs.reasons);
  router.end(internet, reached, after);
  router.cross(addressed, after);
}

/** What VPC Block Public Access leaves of packets; NAT gateways may always answer and go out. */
export function admitted(router: Router, subnet: Subnet, packets: PacketSet, direction: 'in' | 'out'): PacketSet {
  const { publicAccess } = subnet;
  if (publicAccess === 'open') return packets;
  if (publicAccess === 'unknown') return router.options.mode === 'may' ? packets : [];
  if (publicAccess === 'closed') return [];
  const nats = uniteRanges(
    ...[...router.network.nats.values()]
      .filter(({ place }) => place.subnet === subnet)
      .map(({ place }) => place.points),
  );
  return restrict(packets, { [direction === 'out' ? 'source' : 'destination']: nats });
}

/** Points of a VPC at which packets from an internet gateway arrive. */
export function publicPoints(router: Router, vpc: Vpc): Ranges {
  const six = publicSix(router, vpc);
  const four = vpc.subnets.flatMap((subnet) => [
    ...subnet.places
      .filter(
        ({ publicAddress }) => publicAddress === true || (publicAddress === 'unknown' && router.options.mode === 'may'),
      )
      .map(({ points }) => points),
    ...[...router.network.nats.values()]
      .filter(
        ({ place, isPublic }) =>
          place.subnet === subnet && (isPublic === true || (isPublic === 'unknown' && router.options.mode === 'may')),
      )
      .map(({ place }) => place.points),
  ]);
  return uniteRanges(six, ...four);
}

/** IPv6 addresses are public, but for those that turn away what comes through an internet gateway. */
function publicSix({ network, options }: Router, vpc: Vpc): Ranges {
  const six = intersectRanges(vpc.addresses, network.book.space.family(6));
  if (six.length === 0) return six;
  const isKept = ({ publicSix: own = true }: Place): boolean =>
    own === false || (own === 'unknown' && options.mode === 'must');
  const kept = vpc.subnets.flatMap(({ places }) => places.filter(isKept).map(({ points }) => points));
  return kept.length === 0 ? six : subtractRanges(six, uniteRanges(...kept));
}

export function throughEgressOnly(
  router: Router,
  gateway: Gateway | undefined,
  { vpc, subnet, packets, travel }: Onward,
): void {
  // It lets nothing in that could be answered.
  if (router.options.isReply) return;
  const internet = router.network.outsides.get(INTERNET);
  if (!internet || !gateway || !gateway.vpcs.options.includes(vpc.key)) {
    router.drop(
      { kind: 'refused', thing: gateway ?? vpc, why: 'the egress-only gateway is not of this VPC' },
      packets,
      travel.trail,
    );
    return;
  }
  if (isAvoided(router, gateway, { packets, travel })) return;
  const six = intersectRanges(internet.addresses, router.network.book.space.family(6));
  const blocked =
    subnet?.publicAccess === 'closed' || (subnet?.publicAccess === 'unknown' && router.options.mode === 'must');
  if (blocked) return;
  const after = passing(router, travel, gateway, 'egress-only internet gateway');
  router.end(internet, restrict(packets, { destination: six }), after);
  router.cross(packets, after);
}
