import { and } from '../../model';
import { guarded, inLandingZone, NOT_APPLICABLE, referred } from '../check';
import type { Rule } from '../rule';
import { facingResult, mayFace } from './facing-zones';
import { routedBy } from './routed-by';

const EXPECTED = 'a route table of subnets in zones that may face the internet';

/** A network may have a gateway for one of its zones; the others are kept from it by their route tables. */
export const internetRouteInFacingZone: Rule = {
  id: 'internet-route-in-facing-zone',
  control: 'NET-04',
  message: 'Subnets of a zone that must not face the internet have a route to an internet gateway.',
  remediation: 'Remove the route, or lead it to the network for egress through the transit gateway.',
  types: ['AWS::EC2::Route'],
  scope: 'resource',
  evaluate: guarded(inLandingZone, ({ properties }, { graph, profile }) => {
    const value = properties['GatewayId'];
    const table = referred(properties['RouteTableId'], graph);
    if (!table || referred(value, graph)?.type !== 'AWS::EC2::InternetGateway') return NOT_APPLICABLE;
    const zones = routedBy(table, graph).flatMap((subnet) => mayFace(subnet, profile));
    if (zones.length === 0) return NOT_APPLICABLE;
    const found = { path: 'GatewayId', value };
    return facingResult(found, and(...zones), EXPECTED);
  }),
};
