import { and, not, or, type Trilean } from '../../model';
import type { Profile } from '../../profiles';
import { Unknown, type Graph, type Resource } from '../../template';
import { guarded, inLandingZone, NOT_APPLICABLE, referred } from '../check';
import type { Rule } from '../rule';
import { facingResult, mayFace } from './facing-zones';
import { agreed, routedBy, subnetsOf } from './routed-by';

const EXPECTED = 'a route table of subnets in zones that may face the internet';

/** A network may have a gateway for one of its zones; the others are kept from it by their route tables. */
export const internetRouteInFacingZone: Rule = {
  id: 'internet-route-in-facing-zone',
  control: 'NET-04',
  message: 'Subnets of a zone that must not face the internet have a route to an internet gateway.',
  remediation: 'Remove the route, or lead it to the network for egress through the transit gateway.',
  types: ['AWS::EC2::Route'],
  scope: 'resource',
  evaluate: guarded(inLandingZone, (route, { graph, profile }) => {
    const value = route.properties['GatewayId'];
    if (referred(value, graph)?.type !== 'AWS::EC2::InternetGateway') return NOT_APPLICABLE;
    const routed = routedBy(route, graph);
    const zones = routed.flatMap(({ resource, certainty }) =>
      faces(resource, graph, profile).map((each) => or(not(certainty), each)),
    );
    if (zones.length === 0) return NOT_APPLICABLE;
    const found = { path: 'GatewayId', value };
    const result = facingResult(found, and(...zones), EXPECTED);
    const isOpen = routed.some(
      ({ resource, certainty }) => certainty === 'unknown' || !referred(resource.properties['SubnetId'], graph),
    );
    return isOpen && result.status === 'unknown'
      ? { ...result, because: 'which subnets the route serves is decided at deployment' }
      : result;
  }),
};

/** Whether the zone of an association's subnet may face the internet; nothing for a subnet without one. */
function faces(association: Resource, graph: Graph, profile: Profile): readonly Trilean[] {
  const zones = subnetsOf(association).flatMap((value) => {
    const subnet = referred(value, graph);
    if (subnet) return mayFace(subnet, profile);
    return value instanceof Unknown ? (['unknown'] as const) : [];
  });
  return [agreed(zones) ?? []].flat();
}
