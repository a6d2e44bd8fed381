import { fail, NOT_APPLICABLE, pass, unknown } from '../check';
import { isDefaultRoute } from './default-route';
import type { Rule } from '../rule';

const EXPECTED = 'no route to an egress-only gateway';

/**
 * An egress-only gateway lets IPv6 out past every inspection. A template that claims a flow from or to the internet is
 * left to the register of flows.
 */
export const routeEgressOnlyDeclared: Rule = {
  id: 'route-egress-only-declared',
  control: 'NET-04',
  message: 'A route lets IPv6 traffic out to the internet, past the inspected egress.',
  remediation: 'Route to the inspected egress instead.',
  types: ['AWS::EC2::Route'],
  scope: 'resource',
  evaluate: (resource) => {
    const found = { path: 'EgressOnlyInternetGatewayId', value: resource.properties['EgressOnlyInternetGatewayId'] };
    if (found.value === undefined) return NOT_APPLICABLE;
    const bad = isDefaultRoute(resource);
    if (bad === 'unknown') return { ...unknown(found, EXPECTED), because: 'the destination of the route is not known' };
    return bad ? fail(found, EXPECTED) : pass(found, EXPECTED);
  },
};
