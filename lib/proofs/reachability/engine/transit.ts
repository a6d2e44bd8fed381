import { INTERNET, plainKey, type Subnet, type Thing, type TransitAttachment, type TransitGateway } from '../network';
import { intersect, subtract, type PacketSet } from '../packets';
import { isAvoided } from './avoided';
import { anywhere, passing, toOutside } from './beyond';
import type { Onward, Router, Task } from './router';
import { doubted, type Travel } from './travel';

/** Into the gateway's interface of the same availability zone, whose subnet's ACL sees the packets come in. */
export function toTransit(router: Router, key: string, on: Onward): void {
  const gateway = router.network.transit.get(key);
  if (!gateway) {
    anywhere(router, `transit gateway ${plainKey(key)} is not in these templates`, on);
    return;
  }
  if (isAvoided(router, gateway, on)) return;
  const { vpc, packets, travel } = on;
  const attachments = gateway.attachments.filter((item) => item.subnets.some((own) => own.vpc === vpc));
  if (attachments.length === 0) {
    refuse(router, gateway, `${vpc.name} is not attached to the transit gateway`, on);
  } else if (travel.byGroup) {
    refuse(router, gateway, 'rules out that name a group do not reach across a transit gateway', on);
  }
  if (travel.byGroup) return;
  for (const attachment of attachments) {
    const near = nearest(router, attachment.subnets, travel.zone);
    if (near.length === 0) {
      refuse(router, attachment, `the attachment has no subnet in ${travel.zone ?? 'the availability zone'}`, on);
    }
    for (const own of near) {
      const after = { ...passing(router, travel, gateway, 'transit gateway'), zone: own.zone ?? travel.zone };
      const at = {
        kind: 'transit',
        gateway: gateway.key,
        attachment: peerOf(router, gateway, attachment).key,
      } as const;
      router.enter(own, packets, after, (passed, next) => router.send(at, passed, next));
    }
  }
}

function refuse(
  router: Router,
  thing: Thing,
  why: string,
  { packets, travel }: Pick<Onward, 'packets' | 'travel'>,
): void {
  router.drop({ kind: 'refused', thing, why }, packets, travel.trail);
}

/**
 * Attachments of one route table are one to the gateway: where ways are not kept, their packets go on together. Not where
 * it matters which it is: routes that are not known lead to every other attachment.
 */
function peerOf(router: Router, gateway: TransitGateway, attachment: TransitAttachment): TransitAttachment {
  const [table, ...others] = attachment.tables.options;
  if (router.options.record || !gateway.known || !table || others.length > 0) return attachment;
  const same = gateway.attachments.find(({ tables }) => tables.options.length === 1 && tables.options[0] === table);
  return same ?? attachment;
}

/** The attachment's subnets in an availability zone; any of them, or only all alike, when the zone is not known. */
function nearest(router: Router, subnets: readonly Subnet[], zone: string | undefined): readonly Subnet[] {
  const same = subnets.filter((subnet) => zone !== undefined && subnet.zone === zone);
  if (same.length > 0) return same;
  const open = zone === undefined || subnets.some((subnet) => subnet.zone === undefined);
  return open ? lane(router, subnets) : [];
}

/** Any of the subnets in a run of what may pass; one of them in a run of what must, which is repeated for each. */
function lane(router: Router, subnets: readonly Subnet[]): readonly Subnet[] {
  if (router.options.mode === 'may' || subnets.length < 2) return subnets;
  const own = subnets[router.options.lane % subnets.length];
  return own ? [own] : [];
}

/** At a transit gateway: the route table of the attachment that packets came from decides. */
export function atTransit(router: Router, key: string, from: string, { packets, travel }: Task): void {
  const gateway = router.network.transit.get(key);
  const source = gateway?.attachments.find((item) => item.key === from);
  if (!gateway || !source) return;
  const [first] = source.tables.options;
  if (!first) {
    refuse(router, source, 'the attachment is associated with no route table', { packets, travel });
    return;
  }
  const unrouted = router.byTable(source.tables, packets, (route, table, own, reasons) => {
    const after = { ...travel, trail: router.trail({ kind: 'route', table, route }, travel.trail, reasons) };
    const { target } = route;
    if (target.kind === 'nowhere') {
      refuse(router, table, `${route.destination} is a blackhole`, { packets: own, travel: after });
    } else if (target.kind === 'attachment')
      toAttachment(router, referencing(router, gateway, source), target.key, own, after);
    else toAny(router, gateway, source, own, after);
  });
  router.drop({ kind: 'no route', table: first }, unrouted, travel.trail, source.tables.reasons);
}

function toAttachment(router: Router, gateway: TransitGateway, key: string, packets: PacketSet, travel: Travel): void {
  const attachment = gateway.attachments.find((item) => item.key === key);
  if (attachment) outOf(router, gateway, attachment, packets, travel);
  else {
    // A firewall or another network: it may send packets back, here or at another gateway.
    const trail = doubted(travel.trail, `attachment ${plainKey(key)} is not one that is known here`);
    for (const other of router.network.transit.values()) toAny(router, other, undefined, packets, { ...travel, trail });
  }
}

/** Where the routes of a gateway are not known, packets may leave through each other attachment. */
function toAny(
  router: Router,
  gateway: TransitGateway,
  source: TransitAttachment | undefined,
  packets: PacketSet,
  travel: Travel,
): void {
  if (router.options.mode === 'must') return;
  for (const other of gateway.attachments) if (other !== source) outOf(router, gateway, other, packets, travel);
  toOutside(router, `beyond ${gateway.key}`, packets, travel);
  // A VPC that is not here may have NAT gateways, for what it is sent from others.
  const sent = router.network.book.nat64?.translated(packets, router.options.mode) ?? packets;
  toOutside(router, INTERNET, sent, travel, `what is beyond transit gateway ${gateway.name} is not in these templates`);
}

/** Out of a transit gateway into a VPC, another gateway, or what is behind a VPN. */
export function outOf(
  router: Router,
  gateway: TransitGateway,
  attachment: TransitAttachment,
  packets: PacketSet,
  travel: Travel,
): void {
  const after = passing(router, travel, attachment, 'transit gateway attachment');
  if (attachment.kind === 'outside') toOutside(router, attachment.beyond ?? '', packets, after);
  if (attachment.kind === 'peering') toPeer(router, attachment, packets, after);
  if (attachment.kind === 'firewall') throughFirewall(router, attachment, packets, travel);
  const { groupReferences } = referencing(router, gateway, attachment);
  const via = groupReferences && !travel.inspected ? 'transit-by-group' : 'transit';
  for (const subnet of exits(router, attachment, travel.zone)) {
    router.send({ kind: 'subnet', subnet }, packets, { ...after, via, zone: subnet.zone ?? travel.zone });
  }
}

/** A gateway as an attachment has it: rules name groups across it where both let them. */
function referencing(
  { options }: Router,
  gateway: TransitGateway,
  { groupReferences = true }: TransitAttachment,
): TransitGateway {
  const isLet = groupReferences === 'unknown' ? options.mode === 'may' : groupReferences;
  return isLet || !gateway.groupReferences ? gateway : { ...gateway, groupReferences: false };
}

/** Through a firewall of the gateway, and back to it. Source: Network Firewall guide, Transit gateway-attached firewalls. */
function throughFirewall(router: Router, attachment: TransitAttachment, packets: PacketSet, travel: Travel): void {
  const { passes, gateway, key } = attachment;
  if (!passes || isAvoided(router, attachment, { packets, travel })) return;
  const passed = router.options.isReply ? packets : intersect(packets, router.filters.pick(passes));
  const why = 'no rule of the firewall lets it through';
  const block = { kind: 'refused', thing: attachment, why } as const;
  router.drop(block, () => subtract(packets, passed), travel.trail, passes.reasons);
  const after = passing(router, travel, attachment, 'firewall', passes.reasons);
  router.send({ kind: 'transit', gateway, attachment: key }, passed, { ...after, inspected: true });
}

function toPeer(router: Router, { key, beyond = '' }: TransitAttachment, packets: PacketSet, travel: Travel): void {
  const other = router.network.transit.get(beyond);
  if (other) router.send({ kind: 'transit', gateway: beyond, attachment: key }, packets, travel);
  if (other?.known === true) return;
  toOutside(router, `beyond ${beyond}`, packets, travel, 'the peered transit gateway is not in these templates');
}

/**
 * The subnets in which packets come out: that of the availability zone they come from, where there is one. Appliance
 * mode takes any; the answers take the same.
 */
function exits(
  router: Router,
  { subnets, applianceMode }: TransitAttachment,
  zone: string | undefined,
): readonly Subnet[] {
  const same = subnets.filter((subnet) => zone !== undefined && subnet.zone === zone);
  if (same.length > 0 && applianceMode === false) return same;
  return lane(router, subnets);
}
