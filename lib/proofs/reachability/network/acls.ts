import { asBoolean, asNumber, asText, isMap, Unknown, type Graph, type Resource, type Value } from '../../../template';
import { NO_PACKETS, type Box, type PacketSet } from '../packets';
import type { AddressBook } from './address-book';
import { exactly, type Bounded } from './bounded';
import { decide, type OrderedRule } from './decide';
import type { NetworkAcl } from './model';
import { ALL_PORTS, ALL_PROTOCOLS, hasPorts, icmpOf, isIcmp, protocolOf } from './protocols';
import { get, keyOf, namedBy, originOf } from './reading';

/** One entry of a network ACL. */
interface Entry extends OrderedRule {
  readonly number: number | undefined;
  readonly isEgress: boolean | undefined;
  readonly reason: string;
}

/** Network ACLs by key. */
export function networkAcls(graph: Graph, book: AddressBook): ReadonlyMap<string, NetworkAcl> {
  const entries = new Map<string, Entry[]>();
  for (const resource of graph.ofType('AWS::EC2::NetworkAclEntry')) {
    const owners = namedBy(resource.properties['NetworkAclId'], resource);
    for (const { key } of owners) {
      const list = entries.get(key) ?? [];
      list.push(entryOf(resource, book, owners.length === 1));
      entries.set(key, list);
    }
  }
  const acls = graph.ofType('AWS::EC2::NetworkAcl').map((resource): NetworkAcl => {
    const own = entries.get(keyOf(resource)) ?? [];
    return {
      key: keyOf(resource),
      name: resource.logicalId,
      origin: originOf(resource),
      inbound: compiled(own, false),
      outbound: compiled(own, true),
    };
  });
  return new Map(acls.map((acl) => [acl.key, acl]));
}

/**
 * The ACL that a subnet has when none is associated: all traffic passes.
 * Source: Amazon VPC user guide, Default network ACL.
 */
export function openAcl(book: AddressBook, key: string, origin: NetworkAcl['origin']): NetworkAcl {
  const all = exactly([everything(book)]);
  return { key, name: 'default network ACL', origin, inbound: all, outbound: all };
}

/** An ACL of which nothing is known. */
export function unknownAcl(book: AddressBook, key: string, reason: string): NetworkAcl {
  const any = { may: [everything(book)], must: NO_PACKETS, reasons: [reason] };
  return { key, name: 'unknown network ACL', origin: { template: '', logicalId: '' }, inbound: any, outbound: any };
}

function everything(book: AddressBook): Box {
  const { all } = book.space;
  return { source: all, destination: all, protocol: ALL_PROTOCOLS, port: ALL_PORTS, sourcePort: ALL_PORTS };
}

/**
 * What the entries of one direction let through: the lowest number that matches decides, the rest is denied. An entry
 * whose number is not known may stand anywhere.
 */
function compiled(entries: readonly Entry[], isEgress: boolean): Bounded<PacketSet> {
  const own = entries.filter((entry) => entry.isEgress !== !isEgress);
  const ordered = own.filter(isPlaced).toSorted((a, b) => a.number - b.number);
  const unplaced = own.filter((entry) => !isPlaced(entry));
  const rules = ordered.map((entry) => ({ ...entry, sure: entry.sure && entry.isEgress !== undefined }));
  const reasons = own.flatMap((entry) => [
    ...(entry.sure && isPlaced(entry) && entry.isEgress !== undefined && entry.allows !== undefined
      ? []
      : [entry.reason]),
    ...entry.packets.reasons,
  ]);
  return { ...decide(rules, unplaced), reasons: [...new Set(reasons)] };
}

function isPlaced(entry: Entry): entry is Entry & { readonly number: number } {
  return entry.number !== undefined;
}

function entryOf(resource: Resource, book: AddressBook, sure: boolean): Entry {
  const action = asText(get(resource, 'RuleAction'))?.toLowerCase();
  const reason = `entry ${resource.logicalId} is decided at deployment`;
  return {
    number: asNumber(get(resource, 'RuleNumber')),
    isEgress: resource.properties['Egress'] === undefined ? false : asBoolean(get(resource, 'Egress')),
    allows: action === 'allow' ? true : action === 'deny' ? false : undefined,
    packets: packetsOf(resource, book),
    sure: sure && resource.condition === undefined,
    reason,
  };
}

function packetsOf(resource: Resource, book: AddressBook): Bounded<PacketSet> {
  const direction = get(resource, 'Egress') ?? false;
  const isEgress = asBoolean(direction);
  if (isEgress === undefined) {
    return { may: [everything(book)], must: NO_PACKETS, reasons: [`direction of ${resource.logicalId} is not known`] };
  }
  const blocks = [get(resource, 'CidrBlock'), get(resource, 'Ipv6CidrBlock')].map((value) =>
    book.addresses(value, resource),
  );
  const traffic = trafficOf(resource);
  const boxes = (side: 'may' | 'must'): PacketSet =>
    blocks.flatMap(({ [side]: addresses }) =>
      addresses.length === 0 || traffic[side] === undefined
        ? NO_PACKETS
        : [{ ...everything(book), ...traffic[side], [isEgress ? 'destination' : 'source']: addresses }],
    );
  const reasons = [...blocks.flatMap((block) => block.reasons), ...traffic.reasons];
  return { may: boxes('may'), must: boxes('must'), reasons };
}

type Traffic = Pick<Box, 'protocol' | 'port'>;

function trafficOf(resource: Resource): Bounded<Traffic | undefined> {
  const protocol = protocolOf(get(resource, 'Protocol'));
  if (!protocol) return unsure(ALL_PROTOCOLS, get(resource, 'Protocol'), resource);
  if (isIcmp(protocol)) return icmpTraffic(resource, protocol);
  if (!hasPorts(protocol)) return exactly({ protocol, port: ALL_PORTS });
  const range = get(resource, 'PortRange');
  if (range === undefined) return exactly({ protocol, port: ALL_PORTS });
  const from = isMap(range) ? asNumber(range['From']) : undefined;
  const to = isMap(range) ? asNumber(range['To']) : undefined;
  if (from === undefined || to === undefined) return unsure(protocol, range, resource);
  return exactly({ protocol, port: from < 0 ? ALL_PORTS : [from, to] });
}

function icmpTraffic(resource: Resource, protocol: Box['protocol']): Bounded<Traffic | undefined> {
  const icmp = get(resource, 'Icmp');
  if (icmp === undefined) return exactly({ protocol, port: ALL_PORTS });
  const type = isMap(icmp) ? asNumber(icmp['Type'] ?? -1) : undefined;
  const code = isMap(icmp) ? asNumber(icmp['Code'] ?? -1) : undefined;
  if (type === undefined || code === undefined) return unsure(protocol, icmp, resource);
  return exactly({ protocol, port: icmpOf(type, code) });
}

function unsure(protocol: Box['protocol'], value: Value | undefined, resource: Resource): Bounded<Traffic | undefined> {
  const reason = value instanceof Unknown ? value.reason : `protocol or ports of ${resource.logicalId} are not known`;
  return { may: { protocol, port: ALL_PORTS }, must: undefined, reasons: [reason] };
}
