import type { Choice, CompiledRoute, Network, Outside, Place, RouteTable, Subnet, Vpc } from '../network';
import type { PacketSet } from '../packets';
import type { Filters, Mode } from './filters';
import type { Block, Step, Trail, Travel } from './travel';

/** Packets at a place where they are routed. */
export interface Task {
  readonly at: Junction;
  readonly packets: PacketSet;
  readonly travel: Travel;
}

/** Where packets are routed. */
export type Junction =
  | { readonly kind: 'subnet'; readonly subnet: Subnet }
  | { readonly kind: 'transit'; readonly gateway: string; readonly attachment: string };

export interface CourseOptions {
  readonly mode: Mode;
  /** Answers to packets that were let through before: security groups and firewalls remember those. */
  readonly isReply: boolean;
  /** Which of several subnets a transit gateway uses, where a run that must hold has to take one: see `lanesOf`. */
  readonly lane: number;
  /** Keys of things that let nothing through: what arrives all the same went around them. @default none */
  readonly closed?: ReadonlySet<string>;
  /** Keeps the way of packets and what was dropped; otherwise packets that meet are one. */
  readonly record: boolean;
}

/** Packets at a router that a route leads on. */
export interface Onward {
  readonly vpc: Vpc;
  /** The subnet that they leave; undefined when they came in through a gateway. */
  readonly subnet: Subnet | undefined;
  readonly packets: PacketSet;
  readonly travel: Travel;
}

/** Takes the packets that follow a route. */
export type TakeRoute = (
  route: CompiledRoute,
  table: RouteTable,
  packets: PacketSet,
  reasons: readonly string[],
) => void;

/** Dropped packets, worked out only where drops are kept. */
export type Dropped = PacketSet | (() => PacketSet);

/** What moves packets: the part of a run that gateways use. */
export interface Router {
  readonly network: Network;
  readonly options: CourseOptions;
  readonly filters: Filters;
  /** Packets that are at a junction now. */
  send(at: Junction, packets: PacketSet, travel: Travel): void;
  /** Packets that came to the router of a VPC, from outside of its subnets or from one of them. */
  deliver(vpc: Vpc, packets: PacketSet, travel: Travel, from?: Subnet): void;
  /** Passes packets through the network ACL of a subnet. */
  enter(subnet: Subnet, packets: PacketSet, travel: Travel, then: (passed: PacketSet, travel: Travel) => void): void;
  /** Packets that came to something for good. */
  end(at: Place | Outside, packets: PacketSet, travel: Travel): void;
  /** Packets on the internet to addresses of VPCs that are the same everywhere: those of IPv6. */
  cross(packets: PacketSet, travel: Travel): void;
  drop(block: Block, packets: Dropped, trail: Trail | undefined, reasons?: readonly string[]): void;
  trail(step: Step, before: Trail | undefined, reasons?: readonly string[]): Trail | undefined;
  /** Sends packets where a route table says; gives those that no route takes. */
  byTable(tables: Choice<RouteTable>, packets: PacketSet, take: TakeRoute): PacketSet;
}
