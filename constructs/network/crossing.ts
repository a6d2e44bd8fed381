import type { Flow } from '../../lib/model';
import type { ExternalPeer } from './peer';
import type { AclDirection } from './zone-acl';

/** A flow between a zone and another network, which is not the internet. */
export interface Crossing {
  readonly flow: Flow;
  /** The zone, by its name in its VPC and as other networks see it. */
  readonly zone: { readonly zoneName: string; readonly asPeer: ExternalPeer };
  /** The way of the first packet, seen from the zone. */
  readonly direction: AclDirection;
  readonly peer: ExternalPeer;
}

/** Something between networks that passes declared flows and drops all else. */
export interface FlowInspector {
  /** Passes a flow; a second call with the same flow and ends changes nothing. */
  pass(flow: Flow, from: ExternalPeer, to: ExternalPeer): void;
}
