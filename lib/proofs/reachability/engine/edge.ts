import { INTERNET, type Gateway, type LocalGateway, type Place, type Subnet, type Vpc } from '../network';
import { restrict, subtract, subtractRanges, uniteRanges, type PacketSet, type Ranges } from '../packets';
import { isAvoided } from './avoided';
import { passing, toOutside } from './beyond';
import type { Onward, Router } from './router';
import type { Travel } from './travel';

/**
 * Out to the carrier's network and to the internet, by IPv4 and with a carrier address.
 * Source: AWS Wavelength developer guide, How AWS Wavelength works, Carrier gateways.
 */
export function toCarrier(router: Router, key: string, { vpc, subnet, packets, travel }: Onward): void {
  const gateway = router.network.carrier.get(key);
  if (!gateway || !gateway.vpcs.options.includes(vpc.key)) {
    const why = 'the carrier gateway is not of this VPC';
    router.drop({ kind: 'refused', thing: gateway ?? vpc, why }, packets, travel.trail);
    return;
  }
  if (travel.byGroup || isClosed(router, gateway, subnet) || isAvoided(router, gateway, { packets, travel })) return;
  const addressed = restrict(packets, { source: carrierPoints(router, vpc, router.options.mode) });
  const why = 'the sender has no carrier address, and a carrier gateway passes no other';
  router.drop({ kind: 'refused', thing: gateway, why }, () => subtract(packets, addressed), travel.trail);
  const after = passing(
    router,
    travel,
    gateway,
    'carrier gateway',
    doubtsOf(router, gateway, vpc, addressed, 'source'),
  );
  toOutside(router, `beyond ${key}`, addressed, after);
  const internet = router.network.outsides.get(INTERNET);
  const four = restrict(addressed, { destination: router.network.book.space.family(4) });
  if (internet) router.end(internet, restrict(four, { destination: internet.addresses }), after);
}

/** In from a carrier's network; from the internet come answers alone. */
export function fromCarrier(router: Router, gateway: Gateway, packets: PacketSet, travel: Travel): void {
  if (isClosed(router, gateway, undefined)) return;
  for (const key of gateway.vpcs.options) {
    const vpc = router.network.vpcs.get(key);
    if (!vpc) continue;
    const own = restrict(packets, { destination: vpc.addresses });
    if (isAvoided(router, gateway, { packets: own, travel })) continue;
    const addressed = restrict(own, { destination: carrierPoints(router, vpc, router.options.mode) });
    const why = 'the destination has no carrier address';
    router.drop({ kind: 'refused', thing: gateway, why }, () => subtract(own, addressed), travel.trail);
    const doubts = doubtsOf(router, gateway, vpc, addressed, 'destination');
    router.deliver(vpc, addressed, passing(router, travel, gateway, 'carrier gateway', doubts));
  }
}

/** VPC Block Public Access speaks of internet gateways; whether it shuts carrier gateways too is not documented. */
function isClosed(router: Router, { vpcs }: Gateway, subnet: Subnet | undefined): boolean {
  if (router.options.mode === 'may') return false;
  return vpcs.reasons.length > 0 || (subnet !== undefined && subnet.publicAccess !== 'open');
}

function carrierPoints({ network }: Router, vpc: Vpc, mode: 'may' | 'must'): Ranges {
  const has = ({ carrierAddress }: Place): boolean =>
    carrierAddress === true || (carrierAddress === 'unknown' && mode === 'may');
  const points = vpc.subnets.flatMap(({ places }) => places.filter(has).map((place) => place.points));
  const six = network.book.space.family(6);
  return subtractRanges(uniteRanges([], ...points), six);
}

function doubtsOf(
  router: Router,
  { name, vpcs }: Gateway,
  vpc: Vpc,
  packets: PacketSet,
  side: 'source' | 'destination',
): readonly string[] {
  if (!router.options.record) return [];
  const sure = restrict(packets, { [side]: carrierPoints(router, vpc, 'must') });
  const open = `who has a carrier address to pass ${name} with is decided at deployment`;
  return subtract(packets, sure).length > 0 ? [...vpcs.reasons, open] : vpcs.reasons;
}

/** Out to the network on premises. Source: AWS Outposts user guide for racks, Local gateways. */
export function toLocal(router: Router, key: string, { vpc, packets, travel }: Onward): void {
  const gateway = router.network.local.get(key);
  if (!gateway || !gateway.vpcs.options.includes(vpc.key)) {
    const why = 'the local gateway is not of this VPC';
    router.drop({ kind: 'refused', thing: gateway ?? vpc, why }, packets, travel.trail);
    return;
  }
  if (travel.byGroup || isDoubtful(router, gateway) || isAvoided(router, gateway, { packets, travel })) return;
  toOutside(router, `beyond ${key}`, packets, passing(router, travel, gateway, 'local gateway', gateway.doubts));
}

/**
 * In from the network on premises, to which subnets are announced that have a route to the local gateway; endpoints and
 * other interfaces of services are not reached.
 * Source: AWS Outposts user guide for racks, Local gateway route table routes, Requirements and limitations.
 */
export function fromLocal(router: Router, gateway: LocalGateway, packets: PacketSet, travel: Travel): void {
  if (isDoubtful(router, gateway) || isAvoided(router, gateway, { packets, travel })) return;
  for (const key of gateway.vpcs.options) {
    const vpc = router.network.vpcs.get(key);
    for (const subnet of vpc?.subnets.filter((own) => leadsTo(own, gateway, router.options.mode)) ?? []) {
      const endpoints = subnet.places.filter(({ type }) => type === 'AWS::EC2::VPCEndpoint');
      const closed = uniteRanges([], ...endpoints.map(({ points }) => points));
      const own = restrict(packets, { destination: subtractRanges(subnet.addresses, closed) });
      router.deliver(subnet.vpc, own, passing(router, travel, gateway, 'local gateway', gateway.doubts));
    }
  }
}

function isDoubtful({ options }: Router, { doubts }: LocalGateway): boolean {
  return options.mode === 'must' && doubts.length > 0;
}

function leadsTo({ tables }: Subnet, { key }: LocalGateway, mode: 'may' | 'must'): boolean {
  const leads = tables.options.map(({ routes }) =>
    routes.some(
      ({ target, addresses }) => target.kind === 'local-gateway' && target.key === key && addresses[mode].length > 0,
    ),
  );
  return mode === 'may' ? leads.includes(true) : leads.length > 0 && !leads.includes(false);
}
