import type { Trilean } from '../../../../model';
import type { Ranges } from '../../packets';
import type { Bounded } from '../bounded';
import type { GroupSet, Outside, Place, Subnet, Thing, Traffic, Vpc } from '../model';

/**
 * Something that takes connections and opens others in their place: a load balancer, an endpoint of a service, VPC
 * Lattice. Packets end at it; what reaches it reaches what it leads to.
 */
export interface Relay extends Thing {
  /** What it is, for people: `load balancer`. */
  readonly what: string;
  /** Where connections come in. */
  readonly entrances: readonly (Place | Outside)[];
  readonly doors: readonly Door[];
}

/** What a relay listens on, and where that leads. */
export interface Door extends Thing {
  /** What it is, for people: `listener`. */
  readonly what: string;
  readonly traffic: Bounded<readonly Traffic[]>;
  readonly exits: readonly Exit[];
}

/** A way out of a relay: to one target. */
export interface Exit {
  /** What leads to the target: rules, target groups, endpoint services. */
  readonly through: readonly Passed[];
  /** Addresses of clients that are led this way. */
  readonly clients: Bounded<Ranges>;
  /** Security groups that a client's connection has to pass besides those of what it came to. */
  readonly admits: readonly Passed<GroupSet>[];
  readonly from: Departure;
  /** What is led to, which stands at `to`. */
  readonly target: Thing;
  readonly to: readonly Place[];
  readonly points: Ranges;
  /** Undefined: the target is called, no packets go to it. */
  readonly traffic: Bounded<readonly Traffic[]> | undefined;
  /** Whether the target is reached on the port that the client connected to. @default false */
  readonly samePort?: boolean;
  /** Why it is not known whether it leads there; empty when it is. */
  readonly reasons: readonly string[];
  /** Why nothing goes this way. */
  readonly closed?: string;
}

/** Something on the way of a connection, and what it means there. */
export interface Passed<T = undefined> extends Thing {
  readonly why: string;
  readonly by?: T;
}

/** From where a relay opens connections. */
export type Departure =
  | {
      readonly kind: 'places';
      readonly places: readonly Place[];
      /** Whether the target sees the address of the client, in connections of one family of addresses. */
      readonly keepsClient: Trilean;
    }
  | {
      /** From addresses that stand in no subnet, straight into a VPC. */
      readonly kind: 'service';
      readonly outside: Outside;
      readonly vpc: Vpc;
    }
  | {
      /** From an interface in the target's subnet, under the addresses of clients or under others of the internet's. */
      readonly kind: 'beside';
      readonly internet: Outside;
      readonly subnet: Subnet;
      /** False: which of the internet's addresses they are, no template says. */
      readonly keepsClient: boolean;
    }
  | {
      /** From addresses, and with groups, that no template says: what some rule of the target's lets in may come. */
      readonly kind: 'unseen';
      readonly outside: Outside;
    };
