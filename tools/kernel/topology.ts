// A network as plain data: what the generator makes, and what the template and the namespaces are both made of.
// Names are logical ids of the template.

export type Protocol = 'tcp' | 'udp' | 'icmp';

export interface Topology {
  readonly seed: number;
  readonly vpcs: readonly Vpc[];
  readonly subnets: readonly Subnet[];
  readonly tables: readonly RouteTable[];
  readonly acls: readonly Acl[];
  readonly groups: readonly Group[];
  readonly instances: readonly Instance[];
  readonly nats: readonly Nat[];
  readonly peerings: readonly Peering[];
  readonly transits: readonly Transit[];
  readonly attachments: readonly Attachment[];
  readonly transitTables: readonly TransitTable[];
  readonly transitPeerings: readonly TransitPeering[];
  readonly lists: readonly PrefixList[];
  /** Addresses of hosts on the internet. */
  readonly outsiders: readonly string[];
}

export interface Vpc {
  readonly name: string;
  /** The primary block first. */
  readonly cidrs: readonly string[];
  readonly internetGateway: boolean;
}

export interface Subnet {
  readonly name: string;
  readonly vpc: string;
  readonly cidr: string;
  readonly zone: 'a' | 'b';
  /** Absent: no explicit association, so the main table of the VPC, which holds the local route only. */
  readonly table?: string;
  /** Absent: the default network ACL, which allows everything. */
  readonly acl?: string;
}

export interface RouteTable {
  readonly name: string;
  readonly vpc: string;
  readonly routes: readonly Route[];
}

export interface Route {
  readonly to: Destination;
  readonly target: Target;
}

export type Destination = { readonly cidr: string } | { readonly list: string };

export interface Target {
  readonly kind: 'internet' | 'nat' | 'transit' | 'peering';
  /** The NAT gateway, transit gateway or peering connection; the VPC, for its internet gateway. */
  readonly name: string;
}

export interface Acl {
  readonly name: string;
  readonly vpc: string;
  readonly entries: readonly AclEntry[];
}

export interface AclEntry extends Traffic {
  readonly number: number;
  readonly egress: boolean;
  readonly allow: boolean;
  readonly cidr: string;
}

/** A protocol and its destination ports; without ports, all of the protocol. */
export interface Traffic {
  readonly protocol: Protocol | 'all';
  readonly ports?: readonly [number, number];
}

export interface Group {
  readonly name: string;
  readonly vpc: string;
  /** The group that AWS makes with the VPC: an instance that names no group is a member. */
  readonly isDefault?: true;
  readonly ingress: readonly GroupRule[];
  /** Absent: the rule that AWS makes, which allows everything. */
  readonly egress?: readonly GroupRule[];
}

export interface GroupRule extends Traffic {
  readonly peer: Destination | { readonly group: string };
}

export interface Instance {
  readonly name: string;
  readonly subnet: string;
  readonly address: string;
  readonly groups: readonly string[];
  readonly publicAddress?: string;
}

export interface Nat {
  readonly name: string;
  readonly subnet: string;
  readonly address: string;
  /** Absent: a private NAT gateway. */
  readonly publicAddress?: string;
}

export interface Peering {
  readonly name: string;
  readonly vpcs: readonly [string, string];
}

export interface Transit {
  readonly name: string;
}

export interface Attachment {
  readonly name: string;
  readonly transit: string;
  readonly vpc: string;
  /** Where the transit gateway's interfaces stand: one subnet of each zone, of one or both. */
  readonly subnets: readonly string[];
}

export interface TransitTable {
  readonly name: string;
  readonly transit: string;
  /** The table that AWS makes with the transit gateway, with every attachment associated and propagating. */
  readonly isDefault?: true;
  readonly associations: readonly string[];
  readonly propagations: readonly string[];
  readonly routes: readonly TransitRoute[];
}

export interface TransitRoute {
  readonly cidr: string;
  /** An attachment or a peering; absent for a blackhole. */
  readonly attachment?: string;
}

export interface TransitPeering {
  readonly name: string;
  readonly transits: readonly [string, string];
}

export interface PrefixList {
  readonly name: string;
  readonly cidrs: readonly string[];
}

/** The item of that name. @throws Error when there is none: the topology contradicts itself. */
export function named<T extends { readonly name: string }>(items: readonly T[], name: string): T {
  const item = items.find((item) => item.name === name);
  if (!item) throw new Error(`the topology names "${name}", which it does not hold`);
  return item;
}

/** The blocks that a destination stands for. */
export function blocksOf(topology: Topology, destination: Destination): readonly string[] {
  return 'cidr' in destination ? [destination.cidr] : named(topology.lists, destination.list).cidrs;
}

/** Private addresses of the instances that are members of a group. */
export function membersOf(topology: Topology, group: string): readonly string[] {
  return topology.instances.filter(({ groups }) => groups.includes(group)).map(({ address }) => address);
}
