import type { WitnessHop } from './finding';
import type { Protocol } from './protocol';

/** Can `from` open connections to `to`? */
export interface ReachabilityQuestion {
  /** `internet`, a zone (`data`, `portal/data`), an address block, `LogicalId`, `TEMPLATE#LogicalId`, or a `NamedSet`. */
  readonly from: string;
  readonly to: string;
  /** Destination port, or several of which one will do: `443`, `"443,8000-8010"`. Default: any. */
  readonly port?: number | string;
  /** Leaves only ways around this: `inspection` for every firewall, or what is named as `from` is. Default: any way. */
  readonly avoiding?: string;
  /** Default: tcp when a port is given, else all. `icmp` is an echo request that is answered. */
  readonly protocol?: Protocol;
}

/** `unknown`: it depends on what no template says. */
export type ReachabilityVerdict = 'yes' | 'no' | 'unknown';

/** The answer to a question, with what shows it. */
export interface ReachabilityAnswer {
  readonly question: ReachabilityQuestion;
  readonly answer: ReachabilityVerdict;
  /** For `yes` one way hop by hop; for `unknown` a way that is possible. */
  readonly witness: readonly WitnessHop[];
  /** For `no` what stops each way. */
  readonly blockedBy: readonly WitnessHop[];
  /** For `unknown` what could not be resolved. */
  readonly unresolved: readonly string[];
  /**
   * What the witness passes that ends connections and opens others, such as load balancers, in their order. Empty: packets
   * of the sender arrive themselves.
   */
  readonly through: readonly WitnessHop[];
}

/** Traffic in words: a protocol and its ports. */
export interface TrafficText {
  /** `tcp`, `udp`, `icmp` (ping) or `other`. */
  readonly protocol: string;
  /** `443`, `8000-8010`, several with commas, `any`; empty where the protocol knows none. */
  readonly ports: string;
}

/** What reaches a zone by way of something that ends connections and opens others, such as load balancers. */
export interface ReachabilityPassage {
  readonly answer: Exclude<ReachabilityVerdict, 'no'>;
  /** What it leads over, in its order. */
  readonly by: readonly WitnessHop[];
  /** With what the sender connects to the first of them. */
  readonly traffic: readonly TrafficText[];
  /** With what the last of them connects to the zone. */
  readonly received: readonly TrafficText[];
  readonly witness: readonly WitnessHop[];
  readonly unresolved: readonly string[];
}

/** What is possible from one zone to another. */
export interface ReachabilityCell {
  readonly from: string;
  readonly to: string;
  readonly answer: ReachabilityVerdict;
  /** For `yes` what surely passes, for `unknown` what may. */
  readonly traffic: readonly TrafficText[];
  /** Of the traffic, what does not leave to the internet and come in again at public addresses. */
  readonly inside: readonly TrafficText[];
  /** Ids of declared flows from the one zone to the other. */
  readonly declared: readonly string[];
  readonly witness: readonly WitnessHop[];
  readonly blockedBy: readonly WitnessHop[];
  /** What could not be resolved, also where more may pass than what surely does. */
  readonly unresolved: readonly string[];
  /** What reaches the zone although its packets do not: the answer and the traffic are about packets alone. */
  readonly through: readonly ReachabilityPassage[];
}

/** A zone of the matrix. */
export interface ReachabilityZone {
  /** `internet`, or the name of the VPC and the zone: `portal/data`. */
  readonly name: string;
  /** How it was found: by tags, from where its subnets' routes lead, or because packets come from there. */
  readonly by: 'tag' | 'routes' | 'outside';
}

/** Something that holds of a whole network, or not. */
export interface ReachabilityProperty {
  readonly name: string;
  readonly answer: ReachabilityVerdict;
  /** What it does not hold for, a sentence each. */
  readonly counterexamples: readonly string[];
}

/** Every zone with every other. */
export interface ReachabilityMatrix {
  readonly zones: readonly ReachabilityZone[];
  readonly cells: readonly ReachabilityCell[];
  readonly properties: readonly ReachabilityProperty[];
}
