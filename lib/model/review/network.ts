import type { ReachabilityPassage, ReachabilityProperty, TrafficText } from '../reachability';

/**
 * The network of one unit as plain data: who owns what, what stands where, what can pass and what shows it. Numbers are
 * positions in the lists of `NetworkReview`.
 */
export interface NetworkReview {
  /** Path of the unit, as given. */
  readonly unit: string;
  /** Name of the landing zone. */
  readonly landingZone?: string;
  /** Id of the organisation. */
  readonly organization?: string;
  readonly accounts: readonly NetworkAccount[];
  readonly vpcs: readonly NetworkVpc[];
  /** Rows and columns of the matrix: the internet, zones of VPCs, other outsides. */
  readonly places: readonly NetworkPlace[];
  readonly gateways: readonly NetworkGateway[];
  readonly hubs: readonly NetworkHub[];
  /** What can pass, may pass, or is declared and cannot, between two places. */
  readonly arrows: readonly NetworkArrow[];
  readonly matrix: NetworkMatrix;
  /** What reaches places although its packets do not. */
  readonly passages: readonly NetworkPassage[];
  /** What holds of the network as a whole. */
  readonly properties: readonly ReachabilityProperty[];
  readonly hops: readonly NetworkHop[];
  /** Resources that the other parts point to. */
  readonly resources: readonly NetworkResource[];
  readonly templates: readonly string[];
}

/** An account with templates in the unit. */
export interface NetworkAccount {
  /** Name in the landing zone, else its id; empty where nothing tells the account. */
  readonly name: string;
  /** 12 digits. */
  readonly id?: string;
  /** Path of its organisational unit. */
  readonly unit?: string;
  readonly classification?: string;
  readonly personalData?: boolean;
  readonly systemTier?: number;
}

export interface NetworkVpc {
  readonly name: string;
  readonly account: number;
  /** Address blocks as far as templates say them. */
  readonly blocks: readonly string[];
  /** False for a VPC that templates only name. */
  readonly known: boolean;
  readonly resource?: number;
  /** Subnets that belong to no zone: those of attachments. */
  readonly subnets: readonly NetworkSubnet[];
}

/** A zone of a VPC, or something outside of all VPCs. */
export interface NetworkPlace {
  /** `internet`, `portal/data`, `service/com.amazonaws.ap-east-1.s3`. */
  readonly name: string;
  /** Name within its VPC. */
  readonly local: string;
  readonly kind: 'zone' | 'internet' | 'network' | 'service';
  /** How a zone was found: by the tags of its subnets, or from where their routes lead. */
  readonly by: 'tag' | 'routes' | 'outside';
  readonly vpc?: number;
  /** Trust level of the profile's zone of that name; 0 is the internet's. */
  readonly trust?: number;
  /** Whether the profile lets it face the internet. */
  readonly internetFacing?: boolean;
  readonly subnets: readonly NetworkSubnet[];
  /** Traffic that passes within the zone. */
  readonly within?: readonly TrafficText[];
}

export interface NetworkSubnet {
  readonly name: string;
  readonly blocks: readonly string[];
  /** Name, or what the template says of it. */
  readonly availabilityZone?: string;
  readonly resource?: number;
  /** Resources that stand in it. */
  readonly standing: readonly number[];
}

export interface NetworkGateway {
  readonly kind: 'internet' | 'egress-only' | 'virtual' | 'carrier' | 'local' | 'nat' | 'peering';
  readonly name: string;
  readonly vpcs: readonly number[];
  readonly resource?: number;
}

/** A transit gateway. */
export interface NetworkHub {
  readonly name: string;
  /** Account that owns it; undefined where it is only named. */
  readonly account?: number;
  readonly resource?: number;
  readonly attachments: readonly NetworkAttachment[];
  readonly tables: readonly NetworkTable[];
}

export interface NetworkAttachment {
  readonly kind: 'vpc' | 'outside' | 'peering' | 'firewall';
  readonly name: string;
  readonly vpc?: number;
  /** The place beyond it. */
  readonly place?: number;
  /** Names of the route tables that decide where its packets go. */
  readonly tables: readonly string[];
  readonly resource?: number;
}

export interface NetworkTable {
  readonly name: string;
  readonly resource?: number;
  readonly routes: readonly { readonly destination: string; readonly to?: string; readonly resource?: number }[];
}

/**
 * `declared`: all of it is declared. `undeclared`: some of it surely passes and is not. `possible`: nothing here declares
 * flows. `unknown`: whether it passes, or whether more passes than is declared, is not decided. `impossible`: declared,
 * and nothing of it passes.
 */
export const ARROW_KINDS = ['undeclared', 'unknown', 'impossible', 'possible', 'declared'] as const;
export type ArrowKind = (typeof ARROW_KINDS)[number];

export interface NetworkArrow {
  readonly from: number;
  readonly to: number;
  readonly kind: ArrowKind;
  /** What passes; for `unknown` what may. */
  readonly traffic: readonly TrafficText[];
  /** Of it, what no flow declares. */
  readonly undeclared: readonly TrafficText[];
  readonly flows: readonly NetworkFlow[];
  /** Whether everything of it passes a firewall; undefined within a VPC and where there is none. */
  readonly inspected?: 'yes' | 'no' | 'unknown';
  /** True for what leaves to the internet and comes in again at public addresses. */
  readonly overInternet?: true;
  /** One way, hop by hop. */
  readonly way: readonly number[];
  /** What stops what is declared and does not pass. */
  readonly blockedBy: readonly number[];
  /** What could not be resolved. */
  readonly unresolved: readonly string[];
}

/** What reaches a place by way of something that ends connections and opens others, such as load balancers. */
export interface NetworkPassage extends Pick<ReachabilityPassage, 'answer' | 'traffic' | 'received' | 'unresolved'> {
  readonly from: number;
  readonly to: number;
  /** What it leads over, in its order: positions in `hops`. */
  readonly by: readonly number[];
  /** One way, hop by hop. */
  readonly way: readonly number[];
}

/** A declared flow, and what the register says of it. */
export interface NetworkFlow {
  readonly id: string;
  readonly protocol: string;
  readonly ports: string;
  readonly reason: string;
  readonly ticket?: string;
  /** Last day on which it is allowed. */
  readonly expires?: string;
  /** `claimed`: by templates, and nobody gave a register. The last two do not count as declared. */
  readonly standing: 'registered' | 'claimed' | 'not registered' | 'expired';
}

/** What stands for each kind of pair in the rows of a matrix. */
export const CELL_LETTERS = {
  declared: 'd',
  undeclared: 'u',
  possible: 'p',
  unknown: '?',
  impossible: 'i',
  no: '.',
  within: 'w',
  none: '-',
} as const;

export interface NetworkMatrix {
  /** For each place a letter for each place, see `CELL_LETTERS`. */
  readonly rows: readonly string[];
  /** What stops packets; many pairs share it. */
  readonly blocks: readonly NetworkBlock[];
  /**
   * For each place the block to each place, -1 where something passes. Empty for a place of which nobody worked it out: in
   * a large network those inside of VPCs.
   */
  readonly blocked: readonly (readonly number[])[];
}

export interface NetworkBlock {
  /** What stops packets, those that came furthest first. */
  readonly hops: readonly number[];
  /** How much more there is than what is listed. */
  readonly more?: number;
}

/** A step of a way, or what stops one. */
export interface NetworkHop {
  readonly hop: string;
  readonly why: string;
  /** Undefined for what no resource says, such as a default. */
  readonly resource?: number;
}

/** A resource and where it stands. */
export interface NetworkResource {
  /** Position in `templates`. */
  readonly template: number;
  readonly logicalId: string;
  /** `AWS::EC2::Route`; empty where the template does not hold it. */
  readonly type: string;
  /** From 1. */
  readonly line?: number;
}
