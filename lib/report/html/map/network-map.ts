import type { ArrowKind } from '../../../model';

/**
 * The picture of a network: what is drawn where, worked out when the report is made. Units are pixels at full size; numbers
 * in `vpcs`, `places`, `arrows`, `hub` are positions in the lists of the `NetworkReview` that it shows.
 */
export interface NetworkMap {
  readonly width: number;
  readonly height: number;
  /** Outer ones first. */
  readonly frames: readonly MapFrame[];
  readonly bars: readonly MapBar[];
  readonly strips: readonly MapStrip[];
  readonly boxes: readonly MapBox[];
  readonly chips: readonly MapChip[];
  readonly stubs: readonly MapStub[];
  /** Those that matter most last, so that they lie on top. */
  readonly lines: readonly MapLine[];
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The organisation, an account, a VPC, or several VPCs of the same posture. */
export interface MapFrame extends Rect {
  readonly kind: 'organization' | 'account' | 'vpc';
  readonly title: string;
  readonly subtitle?: string;
  readonly vpcs: readonly number[];
  /** Accounts that have no network, for the frame that lists them. */
  readonly accounts?: readonly number[];
}

/** A transit gateway: what passes between VPCs crosses it. */
export interface MapBar extends Rect {
  readonly hubs: readonly number[];
}

/** A row of zones of one level of trust. */
export interface MapStrip extends Rect {
  readonly title: string;
  readonly trust?: number;
}

/** A zone, that zone of several VPCs, or something outside. */
export interface MapBox extends Rect {
  readonly title: string;
  readonly subtitle?: string;
  readonly places: readonly number[];
}

/** A gateway at the edge of a VPC. */
export interface MapChip {
  readonly x: number;
  readonly y: number;
  readonly gateway: number;
}

/** The attachment of a VPC to a transit gateway: a line straight down. */
export interface MapStub {
  readonly x: number;
  readonly from: number;
  readonly to: number;
}

/** An arrow, or those of one kind between the same two boxes. */
export interface MapLine {
  /** Positions in `boxes`. */
  readonly from: number;
  readonly to: number;
  readonly kind: ArrowKind;
  readonly arrows: readonly number[];
  /** Corners, from the edge of the one box to that of the other. */
  readonly points: readonly Point[];
  /** `tcp 443`, beside its head. */
  readonly label: string;
  readonly labelAt: Point & { readonly anchor: 'start' | 'end' };
  /** Where it is marked as inspected or not. */
  readonly seal?: Point & { readonly inspected: 'yes' | 'no' | 'unknown' };
}

export type Point = { readonly x: number; readonly y: number };
