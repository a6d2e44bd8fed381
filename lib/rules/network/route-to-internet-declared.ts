import { and, or, type Trilean } from '../../model';
import { asText, Reference, Unknown, type Graph, type Resource } from '../../template';
import { fail, pass, unknown } from '../check';
import { isWorld } from './traffic';
import type { Rule } from '../rule';

const EXPECTED = 'no route to an internet gateway';

/**
 * A template that claims a flow from or to the internet is left to the register of flows. A gateway from a
 * parameter is known by the prefix of its id only, hence unknown.
 */
export const routeToInternetDeclared: Rule = {
  id: 'route-to-internet-declared',
  control: 'NET-04',
  message: 'A route leads straight to the internet.',
  remediation:
    'Route to the inspected egress instead; only a zone with declared flows from or to the internet has a gateway.',
  types: ['AWS::EC2::Route'],
  scope: 'resource',
  evaluate: (resource, { graph }) => {
    const { properties, template } = resource;
    const everywhere = or(isWorld(properties['DestinationCidrBlock']), isWorld(properties['DestinationIpv6CidrBlock']));
    const gateway = isInternetGateway(graph, properties);
    const found = { path: 'GatewayId', value: properties['GatewayId'] ?? properties['EgressOnlyInternetGatewayId'] };
    const hasFlow = template.claims?.flows?.some(({ from, to }) => from === 'internet' || to === 'internet') ?? false;
    const bad = and(everywhere, gateway, !hasFlow);
    if (bad === 'unknown') return unknown(found, EXPECTED);
    return bad ? fail(found, EXPECTED) : pass(found, EXPECTED);
  },
};

function isInternetGateway(graph: Graph, properties: Resource['properties']): Trilean {
  const { GatewayId, EgressOnlyInternetGatewayId } = properties;
  if (EgressOnlyInternetGatewayId !== undefined) return true;
  if (GatewayId instanceof Reference) return graph.follow(GatewayId)?.type === 'AWS::EC2::InternetGateway';
  if (GatewayId instanceof Unknown) return 'unknown';
  return asText(GatewayId)?.startsWith('igw-') ?? false;
}
