import type { CompiledRoute, GroupSet, NetworkAcl, Outside, Place, RouteTable, Subnet, Thing } from '../network';
import type { PacketSet } from '../packets';

/** How packets came into the VPC that they are in: security groups name each other over some of these ways alone. */
export type Via = 'local' | 'peering' | 'transit' | 'transit-by-group' | 'passage' | 'outside';

/** One thing that packets passed. What it means to people is said elsewhere. */
export type Step =
  | { readonly kind: 'start'; readonly at: Place | Outside }
  | { readonly kind: 'groups'; readonly direction: 'in' | 'out'; readonly place: Place }
  | { readonly kind: 'acl'; readonly direction: 'in' | 'out'; readonly subnet: Subnet; readonly acl: NetworkAcl }
  | { readonly kind: 'route'; readonly table: RouteTable; readonly route: CompiledRoute }
  | { readonly kind: 'through'; readonly thing: Thing; readonly what: Through }
  | { readonly kind: 'end'; readonly at: Place | Outside };

export type Through =
  | 'internet gateway'
  | 'egress-only internet gateway'
  | 'NAT gateway'
  | 'peering connection'
  | 'transit gateway'
  | 'transit gateway attachment'
  | 'firewall endpoint'
  | 'firewall'
  | 'virtual private gateway'
  | 'carrier gateway'
  | 'local gateway'
  | 'gateway endpoint';

/** Why packets ended where they were not meant to. */
export type Block =
  | Extract<Step, { readonly kind: 'groups' | 'acl' }>
  | { readonly kind: 'no route'; readonly table: RouteTable }
  | { readonly kind: 'refused'; readonly thing: Thing; readonly why: string };

/** The way that packets came, last step first. */
export interface Trail {
  readonly step: Step;
  readonly before: Trail | undefined;
  /** What is not known about the step. */
  readonly reasons: readonly string[];
}

/** A way with one more thing that is not known of its last step. */
export function doubted(trail: Trail | undefined, reason: string): Trail | undefined {
  return trail && { ...trail, reasons: [...trail.reasons, reason] };
}

/** What is true of packets on their way besides where they are. */
export interface Travel {
  readonly via: Via;
  /** Whether they passed a firewall. */
  readonly inspected: boolean;
  /** True when only a rule that names a group lets them out: such rules end at a passage and at NAT. */
  readonly byGroup: boolean;
  /** Availability zone that they come from, where known. */
  readonly zone: string | undefined;
  /** Groups of what sends them under the address of another: rules that name these let them in. */
  readonly worn?: GroupSet;
  readonly trail: Trail | undefined;
}

/** Packets that came to an end. */
export interface Arrival {
  readonly at: Place | Outside;
  readonly packets: PacketSet;
  readonly inspected: boolean;
  readonly trail: Trail | undefined;
}

/** Packets that were dropped. */
export interface Drop {
  readonly block: Block;
  readonly packets: PacketSet;
  readonly trail: Trail | undefined;
  readonly reasons: readonly string[];
}
