import { and, type Trilean } from '../../model';
import { asText, Reference, Unknown, type Graph, type Value } from '../../template';
import { fail, pass, unknown } from '../check';
import { isDefaultRoute } from './default-route';
import type { Rule } from '../rule';

const EXPECTED = 'no route to an internet gateway';

/**
 * Such a route makes a subnet public, inwards and outwards. A template that claims a flow from or to the internet is left
 * to the register of flows. GatewayId may also name a virtual private gateway: one that is not in the templates is told
 * by the prefix of its id only, and else unknown. Carrier gateways count; those for egress only have a rule of their own.
 */
export const routeToInternetDeclared: Rule = {
  id: 'route-to-internet-declared',
  control: 'NET-04',
  category: 'network-open-ingress',
  message: 'A route leads straight to the internet.',
  remediation:
    'Route to the inspected egress instead; only a zone with declared flows from or to the internet has a gateway.',
  types: ['AWS::EC2::Route'],
  scope: 'resource',
  evaluate: (resource, { graph }) => {
    const { GatewayId, CarrierGatewayId } = resource.properties;
    const found = CarrierGatewayId
      ? { path: 'CarrierGatewayId', value: CarrierGatewayId }
      : { path: 'GatewayId', value: GatewayId };
    const bad = and(isDefaultRoute(resource), CarrierGatewayId !== undefined || isInternetGateway(graph, GatewayId));
    if (bad === 'unknown') return unknown(found, EXPECTED);
    return bad ? fail(found, EXPECTED) : pass(found, EXPECTED);
  },
};

function isInternetGateway(graph: Graph, gateway: Value | undefined): Trilean {
  if (gateway instanceof Reference) return graph.follow(gateway)?.type === 'AWS::EC2::InternetGateway';
  if (gateway instanceof Unknown) return 'unknown';
  return asText(gateway)?.startsWith('igw-') ?? false;
}
