import { plainKey, type Gateway, type Network, type Outside, type Subnet, type Target, type Vpc } from '../network';
import { intersectRanges, NONE, restrict, subtract, uniteRanges, type PacketSet, type Ranges } from '../packets';
import { isAvoided } from './avoided';
import { passing } from './beyond';
import { fromCarrier, fromLocal } from './edge';
import type { Mode } from './filters';
import { admitted, publicPoints } from './internet';
import type { Router } from './router';
import { followRoute } from './targets';
import { outOf } from './transit';
import type { Travel } from './travel';

/** Sends packets into the network from something outside of it. */
export function comeIn(router: Router, outside: Outside, packets: PacketSet): void {
  const trail = router.trail({ kind: 'start', at: outside }, undefined);
  const travel: Travel = { via: 'outside', inspected: false, byGroup: false, zone: undefined, trail };
  const own = restrict(packets, { source: outside.addresses });
  if (outside.kind === 'internet') fromInternet(router, own, travel);
  else if (outside.kind === 'service') {
    // A gateway endpoint answers; it never calls.
    if (router.options.isReply) for (const vpc of router.network.vpcs.values()) into(router, vpc, own, travel);
  } else fromNetwork(router, outside, own, travel);
}

function into(router: Router, vpc: Vpc, packets: PacketSet, travel: Travel): void {
  router.deliver(vpc, restrict(packets, { destination: vpc.addresses }), travel);
}

function fromInternet(router: Router, packets: PacketSet, travel: Travel): void {
  const { network, options } = router;
  const vpcs = [...network.vpcs.values()];
  for (const gateway of network.internet.values()) {
    if (gateway.vpcs.reasons.length > 0 && options.mode === 'must') continue;
    for (const vpc of vpcs.filter(({ key }) => gateway.vpcs.options.includes(key))) {
      throughInternetGateway(router, gateway, vpc, packets, travel);
    }
  }
  for (const vpc of vpcs.filter((own) => own.known && !isServed(network, own))) {
    withoutGateway(router, vpc, packets, travel);
  }
  if (options.isReply) {
    for (const gateway of network.egressOnly.values()) answerSix(router, gateway, packets, travel);
    for (const gateway of network.carrier.values()) fromCarrier(router, gateway, packets, travel);
  }
  if (options.mode === 'may') for (const vpc of vpcs) throughOpenEnd(router, vpc, packets, travel);
}

/**
 * IPv6 addresses are public: what leaves one VPC to those of another comes in there by its internet gateway.
 * Source: Amazon VPC user guide, Internet gateways; egress-only gateways let answers in.
 */
export function crossInternet(router: Router, packets: PacketSet, travel: Travel): void {
  const { network, options } = router;
  const six = restrict(packets, { destination: network.book.space.family(6) });
  if (six.length === 0) return;
  const after: Travel = { ...travel, via: 'outside', byGroup: false, zone: undefined };
  for (const gateway of network.internet.values()) {
    if (gateway.vpcs.reasons.length > 0 && options.mode === 'must') continue;
    for (const key of gateway.vpcs.options) {
      const vpc = network.vpcs.get(key);
      const own = vpc ? restrict(six, { destination: vpc.addresses }) : [];
      if (vpc && own.length > 0) throughInternetGateway(router, gateway, vpc, own, after);
    }
  }
  if (options.isReply) for (const gateway of network.egressOnly.values()) answerSix(router, gateway, six, after);
}

/** Routes of a VPC that lead where it is not known may lead in as well. */
function throughOpenEnd(router: Router, vpc: Vpc, packets: PacketSet, travel: Travel): void {
  const reason = openEnd(router.network, vpc, router.options.isReply);
  if (reason === undefined) return;
  into(router, vpc, packets, { ...travel, trail: travel.trail && { ...travel.trail, reasons: [reason] } });
}

function isServed({ internet }: Network, vpc: Vpc): boolean {
  return [...internet.values()].some(({ vpcs }) => vpcs.options.includes(vpc.key));
}

function withoutGateway(router: Router, vpc: Vpc, packets: PacketSet, travel: Travel): void {
  const own = restrict(packets, { destination: vpc.addresses });
  router.drop({ kind: 'refused', thing: vpc, why: 'no internet gateway is attached to it' }, own, travel.trail);
}

/**
 * Why it is not known whether something comes into a VPC from outside; undefined when it is. Through NAT gateways that are
 * not here, or stand beyond a transit gateway, answers alone come in.
 */
function openEnd(network: Network, vpc: Vpc, isReply: boolean): string | undefined {
  if (!vpc.known) return `${vpc.name} is not in these templates`;
  for (const subnet of vpc.subnets) {
    for (const table of subnet.tables.options) {
      for (const { target } of table.routes) {
        if (target.kind === 'unresolved') return target.reason;
        const translator = isReply ? unknownTranslator(network, target) : undefined;
        if (translator !== undefined) return `${plainKey(translator)} may let answers in`;
      }
    }
  }
  return undefined;
}

function unknownTranslator({ nats, transit, outsides }: Network, target: Target): string | undefined {
  switch (target.kind) {
    case 'interface':
      return target.key;
    case 'nat-gateway':
      return nats.has(target.key) ? undefined : target.key;
    case 'transit-gateway':
      return transit.has(target.key) && !outsides.has(`beyond ${target.key}`) ? undefined : target.key;
    default:
      return undefined;
  }
}

function throughInternetGateway(router: Router, gateway: Gateway, vpc: Vpc, packets: PacketSet, travel: Travel): void {
  const own = restrict(packets, { destination: vpc.addresses });
  if (isAvoided(router, gateway, { packets: own, travel })) return;
  const after = passing(router, travel, gateway, 'internet gateway', gateway.vpcs.reasons);
  const addressed = restrict(own, { destination: publicPoints(router, vpc) });
  const why = 'the destination has no public IPv4 address';
  router.drop({ kind: 'refused', thing: gateway, why }, () => subtract(own, addressed), after.trail);
  for (const subnet of vpc.subnets) {
    const wanted = restrict(addressed, { destination: subnet.addresses });
    const allowed = admitted(router, subnet, wanted, 'in');
    const kept = 'VPC Block Public Access keeps the internet from the subnet';
    router.drop({ kind: 'refused', thing: subnet, why: kept }, () => subtract(wanted, allowed), after.trail);
    fromEdge(router, gateway, vpc, allowed, after);
  }
}

/** By the route table that is associated with a gateway, else to the subnets at once. */
function fromEdge(router: Router, { table }: Gateway, vpc: Vpc, packets: PacketSet, travel: Travel): void {
  if (packets.length === 0) return;
  if (!table) {
    router.deliver(vpc, packets, travel);
    return;
  }
  const unrouted = router.byTable({ options: [table], reasons: [] }, packets, (route, _, own, reasons) => {
    const after = { ...travel, trail: router.trail({ kind: 'route', table, route }, travel.trail, reasons) };
    followRoute(router, route.target, { vpc, subnet: undefined, packets: own, travel: after });
  });
  router.drop({ kind: 'no route', table }, unrouted, travel.trail);
}

/** Answers to what left a subnet by its route to an egress-only gateway: the gateway remembers nothing else. */
function answerSix(router: Router, gateway: Gateway, packets: PacketSet, travel: Travel): void {
  const family = router.network.book.space.family(6);
  for (const key of gateway.vpcs.options) {
    const vpc = router.network.vpcs.get(key);
    for (const subnet of vpc?.subnets ?? []) {
      const destination = intersectRanges(subnet.addresses, family);
      const source = destination.length === 0 ? NONE : leadingTo(subnet, gateway, router.options.mode);
      if (vpc && source.length > 0) router.deliver(vpc, restrict(packets, { source, destination }), travel);
    }
  }
}

/** Addresses that a subnet has routes to by a gateway. */
function leadingTo({ tables }: Subnet, gateway: Gateway, mode: Mode): Ranges {
  const led = tables.options.map(({ routes }) =>
    uniteRanges(
      NONE,
      ...routes
        .filter(({ target }) => target.kind === 'egress-only-gateway' && target.key === gateway.key)
        .map(({ addresses }) => addresses[mode]),
    ),
  );
  return mode === 'may' ? uniteRanges(NONE, ...led) : led.reduce(intersectRanges, led[0] ?? NONE);
}

function fromNetwork(router: Router, outside: Outside, packets: PacketSet, travel: Travel): void {
  const key = outside.key.replace(/^beyond /, '');
  fromVirtual(router, key, packets, travel);
  fromPeer(router, key, packets, travel);
  fromTransit(router, key, packets, travel);
  const { carrier, local } = router.network;
  const [carried, near] = [carrier.get(key), local.get(key)];
  if (carried) fromCarrier(router, carried, packets, travel);
  if (near) fromLocal(router, near, packets, travel);
}

function fromVirtual(router: Router, key: string, packets: PacketSet, travel: Travel): void {
  const gateway = router.network.virtual.get(key);
  if (!gateway || isAvoided(router, gateway, { packets, travel })) return;
  const after = passing(router, travel, gateway, 'virtual private gateway', gateway.vpcs.reasons);
  for (const vpcKey of gateway.vpcs.options) {
    const vpc = router.network.vpcs.get(vpcKey);
    if (vpc) fromEdge(router, gateway, vpc, restrict(packets, { destination: vpc.addresses }), after);
  }
}

/** From a VPC that no template has, through a peering connection with one that a template has. */
function fromPeer(router: Router, key: string, packets: PacketSet, travel: Travel): void {
  const { network, options } = router;
  if (options.mode === 'must' || !isHalfKnown(network, key)) return;
  for (const vpcKey of network.peerings.get(key)?.vpcs.flatMap((side) => side.options) ?? []) {
    const vpc = network.vpcs.get(vpcKey);
    if (vpc?.known === true) into(router, vpc, packets, { ...travel, via: 'peering' });
  }
}

/** Whether one of the VPCs of a peering connection is not in the templates. */
function isHalfKnown(network: Network, key: string): boolean {
  const keys = network.peerings.get(key)?.vpcs.flatMap(({ options }) => options) ?? [];
  return keys.some((vpc) => network.vpcs.get(vpc)?.known !== true);
}

function fromTransit(router: Router, key: string, packets: PacketSet, travel: Travel): void {
  for (const gateway of router.network.transit.values()) {
    if (isAvoided(router, gateway, { packets, travel })) continue;
    for (const attachment of gateway.attachments) {
      if (attachment.kind !== 'outside' || attachment.key !== key) continue;
      router.send({ kind: 'transit', gateway: gateway.key, attachment: attachment.key }, packets, travel);
    }
    // How attachments that are not here are routed is not known, whoever made the gateway.
    if (gateway.key !== key || router.options.mode === 'must') continue;
    for (const attachment of gateway.attachments) outOf(router, gateway, attachment, packets, travel);
  }
}
