import type { Trilean } from '../../../model';
import type { Box, PacketSet, Ranges } from '../packets';
import type { Bounded, Choice } from './bounded';

/** The resource that says something; its logical id is empty for what no resource says, such as a default. */
export interface Origin {
  readonly template: string;
  readonly logicalId: string;
}

/** A thing of the network: `key` is unique, `name` is for people. */
export interface Thing {
  readonly key: string;
  readonly name: string;
  readonly origin: Origin;
}

export interface Vpc extends Thing {
  /** False for a VPC that is only named, by an id or a parameter: what is in it besides is not known. */
  readonly known: boolean;
  readonly addresses: Ranges;
  readonly subnets: readonly Subnet[];
}

export interface Subnet extends Thing {
  readonly vpc: Vpc;
  /** Availability zone as far as two can be compared; undefined when it is not known. */
  readonly zone: string | undefined;
  readonly addresses: Ranges;
  readonly tables: Choice<RouteTable>;
  readonly acls: Choice<NetworkAcl>;
  readonly places: readonly Place[];
  /** Whether instances get public IPv4 addresses unless they say otherwise. */
  readonly mapsPublicAddresses: Trilean;
  /** What VPC Block Public Access leaves: `egress` is NAT and egress-only gateways alone. */
  readonly publicAccess: PublicAccess;
}

/** Where packets begin and end inside VPCs: the network interfaces of one resource in one subnet. */
export interface Place extends Thing {
  /**
   * `resource`: of the template. `host`: something that might stand there. `nat`: a NAT gateway.
   * `passage`: a firewall's or gateway load balancer's endpoint.
   */
  readonly kind: 'resource' | 'host' | 'nat' | 'passage';
  readonly type: string;
  readonly subnet: Subnet;
  readonly points: Ranges;
  /** The points again, by address: it has one of each of these, which one is decided at deployment. */
  readonly choices: readonly Ranges[];
  readonly groups: GroupSet;
  readonly publicAddress: Trilean;
  /** Whether internet gateways pass its IPv6 addresses; they do not pass those of internal load balancers. @default true */
  readonly publicSix?: Trilean;
  /** Where it opens connections to, for what its service lets through besides groups. @default anywhere */
  readonly opens?: Bounded<Ranges>;
  /** Whether it has an address of the carrier's, in a Wavelength Zone. @default false */
  readonly carrierAddress?: Trilean;
}

/** Security groups that something wears. No groups and no reasons: nothing filters. */
export interface GroupSet {
  readonly groups: readonly SecurityGroup[];
  /** Those of them that it wears whatever is decided at deployment. */
  readonly certain: readonly SecurityGroup[];
  /** Whether security groups apply at all: not to NAT gateways, network load balancers without groups, … */
  readonly apply: boolean;
  /** Groups that are not known; any rule may be theirs. */
  readonly reasons: readonly string[];
  /** True when AWS makes those that are not known: then they are none of the templates'. @default false */
  readonly isMade?: boolean;
}

export interface SecurityGroup extends Thing {
  readonly ingress: readonly GroupRule[];
  readonly egress: readonly GroupRule[];
}

/** One rule of a security group. */
export interface GroupRule {
  readonly origin: Origin;
  /** Protocol, ports; both addresses are open. */
  readonly traffic: Bounded<readonly Traffic[]>;
  /** The other side by address. */
  readonly addresses: Bounded<Ranges>;
  /** The other side by group: what wears one of them; empty for a rule by address. */
  readonly groups: readonly string[];
}

export type Traffic = Pick<Box, 'protocol' | 'port'>;

export interface NetworkAcl extends Thing {
  readonly inbound: Bounded<PacketSet>;
  readonly outbound: Bounded<PacketSet>;
}

export interface RouteTable extends Thing {
  readonly routes: readonly CompiledRoute[];
  /** Addresses that some route takes. */
  readonly taken: Bounded<Ranges>;
}

/** Where a route table sends which destinations, longest prefix first already worked out. */
export interface CompiledRoute {
  readonly target: Target;
  readonly origin: Origin;
  /** As written, for people. */
  readonly destination: string;
  readonly addresses: Bounded<Ranges>;
}

export type Target =
  | { readonly kind: 'local' }
  | { readonly kind: 'internet-gateway'; readonly key: string }
  | { readonly kind: 'egress-only-gateway'; readonly key: string }
  | { readonly kind: 'nat-gateway'; readonly key: string }
  | { readonly kind: 'peering'; readonly key: string }
  | { readonly kind: 'transit-gateway'; readonly key: string }
  | { readonly kind: 'attachment'; readonly key: string }
  | { readonly kind: 'virtual-gateway'; readonly key: string }
  | { readonly kind: 'carrier-gateway'; readonly key: string }
  | { readonly kind: 'local-gateway'; readonly key: string }
  | { readonly kind: 'service'; readonly key: string }
  | { readonly kind: 'endpoint'; readonly keys: readonly string[]; readonly reasons: readonly string[] }
  | { readonly kind: 'interface'; readonly key: string }
  | { readonly kind: 'nowhere'; readonly why: string }
  | { readonly kind: 'unresolved'; readonly reason: string };

export type PublicAccess = 'open' | 'egress' | 'closed' | 'unknown';

/** An internet, egress-only, virtual private, carrier or local gateway. */
export interface Gateway extends Thing {
  /** Keys of the VPCs that it serves. */
  readonly vpcs: Choice<string>;
  /** Route table for what comes in through it, where one is associated. */
  readonly table: RouteTable | undefined;
}

/** The gateway of an Outpost to the network on premises. */
export interface LocalGateway extends Gateway {
  /** Why it is not known whether it passes anything; empty when it does. */
  readonly doubts: readonly string[];
}

export interface NatGateway extends Thing {
  readonly isPublic: Trilean;
  readonly place: Place;
}

export interface Peering extends Thing {
  /** Keys of both VPCs. */
  readonly vpcs: readonly [Choice<string>, Choice<string>];
}

/** Something outside all VPCs that packets come from and go to. */
export interface Outside extends Thing {
  readonly kind: 'internet' | 'network' | 'service';
  readonly addresses: Ranges;
  /** Name of the network, where its template gives it one. */
  readonly zone?: string;
}

/** An endpoint through which routes lead, of AWS Network Firewall or of a gateway load balancer. */
export interface Passage extends Thing {
  /** Key of the firewall; of the endpoint itself, for that of a gateway load balancer. */
  readonly owner: string;
  readonly place: Place;
  /** Connections that it lets through, seen from their first packet. */
  readonly passes: Bounded<PacketSet>;
}

export interface TransitGateway extends Thing {
  readonly known: boolean;
  readonly attachments: readonly TransitAttachment[];
  /** Whether rules of security groups may name groups across it. */
  readonly groupReferences: boolean;
}

export interface TransitAttachment extends Thing {
  readonly gateway: string;
  readonly kind: 'vpc' | 'outside' | 'peering' | 'firewall';
  /** For `vpc`: its subnets, in which the gateway's interfaces stand. */
  readonly subnets: readonly Subnet[];
  readonly applianceMode: Trilean;
  /** Whether rules may name groups across it, where its gateway lets them. @default true */
  readonly groupReferences?: Trilean;
  /** For `outside` and `peering`: what is behind it. */
  readonly beyond: string | undefined;
  /** For `outside`: the name of the network behind it, where its template gives it one. */
  readonly zone?: string;
  /** For `firewall`: connections that it lets through; packets come back by the attachment's own route table. */
  readonly passes?: Bounded<PacketSet>;
  /** Route table that decides where packets from here go. */
  readonly tables: Choice<RouteTable>;
}
