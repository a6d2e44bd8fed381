import type { Trilean } from '../../model';
import { asText, Reference, Unknown, type Graph, type Resource, type Value } from '../../template';
import type { Found } from '../check';

/** Where a route says that it leads straight to the internet, and whether it does. */
export interface InternetRoute {
  readonly found: Found;
  readonly leads: Trilean;
}

/**
 * By an internet gateway, or a carrier gateway. GatewayId may also name a virtual private gateway: one that is not in the
 * templates is told by the prefix of its id only, and else unknown.
 */
export function internetRoute({ properties }: Resource, graph: Graph): InternetRoute {
  const { GatewayId, CarrierGatewayId } = properties;
  return CarrierGatewayId === undefined
    ? { found: { path: 'GatewayId', value: GatewayId }, leads: isInternetGateway(GatewayId, graph) }
    : { found: { path: 'CarrierGatewayId', value: CarrierGatewayId }, leads: true };
}

function isInternetGateway(gateway: Value | undefined, graph: Graph): Trilean {
  if (gateway instanceof Reference) return graph.follow(gateway)?.type === 'AWS::EC2::InternetGateway';
  if (gateway instanceof Unknown) return 'unknown';
  return asText(gateway)?.startsWith('igw-') ?? false;
}
