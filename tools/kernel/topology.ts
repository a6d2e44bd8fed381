// A network as plain data: what the generator makes, and what the template and the namespaces are both made of.
// Names are logical ids of the template.

export type Protocol = 'tcp' | 'udp' | 'icmp';

/** What filters name: to them a ping by IPv6 is another protocol. */
export type FilterProtocol = Protocol | 'icmp6' | 'all';

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
  /** Addresses of hosts on the internet, of both families. */
  readonly outsiders: readonly string[];
}

export interface Vpc {
  readonly name: string;
  /** The primary block first. */
  readonly cidrs: readonly string[];
  readonly internetGateway: boolean;
  /** The IPv6 block. */
  readonly six?: string;
  /** Whether it has an egress-only internet gateway. */
  readonly egressOnly?: true;
}

export interface Subnet {
  readonly name: string;
  readonly vpc: string;
  readonly cidr: string;
  /** The IPv6 block: then each of its instances has an IPv6 address too. */
  readonly six?: string;
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
  readonly kind: 'internet' | 'egress-only' | 'nat' | 'transit' | 'peering';
  /** The NAT gateway, transit gateway or peering connection; the VPC, for its internet and its egress-only gateway. */
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
  readonly protocol: FilterProtocol;
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
  readonly six?: string;
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
  /** Whether IPv6 support is on: then the IPv6 block propagates. */
  readonly six?: true;
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

/** Routes of the tables that some subnet is associated with. */
export function routesInUse({ tables, subnets }: Topology): readonly Route[] {
  const used = new Set(subnets.map(({ table }) => table));
  return tables.filter(({ name }) => used.has(name)).flatMap(({ routes }) => routes);
}

/** The blocks that a destination stands for. */
export function blocksOf(topology: Topology, destination: Destination): readonly string[] {
  return 'cidr' in destination ? [destination.cidr] : named(topology.lists, destination.list).cidrs;
}

/** Addresses of the instances that are members of a group: private ones, and those of IPv6. */
export function membersOf(topology: Topology, group: string): readonly string[] {
  return topology.instances
    .filter(({ groups }) => groups.includes(group))
    .flatMap(({ address, six }) => [address, ...(six === undefined ? [] : [six])]);
}

/** All blocks of a VPC. */
export function blocksOfVpc({ cidrs, six }: Pick<Vpc, 'cidrs' | 'six'>): readonly string[] {
  return [...cidrs, ...(six === undefined ? [] : [six])];
}

/** The blocks that an attachment propagates. */
export function announced(topology: Topology, { vpc, six }: Attachment): readonly string[] {
  const own = named(topology.vpcs, vpc);
  return six ? blocksOfVpc(own) : own.cidrs;
}

/**
 * The instance that a host is: hosts are instances by their names, which stand for their private addresses, instances by
 * their IPv6 addresses, and outsiders.
 */
export function instanceOf(topology: Topology, host: string): Instance | undefined {
  return topology.instances.find(({ name, six }) => name === host || six === host);
}

/** What a host is sent packets to inside, and sends them from. */
export function addressOf(topology: Topology, host: string): string {
  const instance = instanceOf(topology, host);
  return instance && host === instance.name ? instance.address : host;
}
