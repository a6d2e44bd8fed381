import { and } from '../../model';
import { fail, pass, unknown } from '../check';
import type { Rule } from '../rule';
import { isDefaultRoute } from './default-route';
import { internetRoute } from './internet-route';

const EXPECTED = 'no route to an internet gateway';

/**
 * Such a route makes a subnet public, inwards and outwards. A template that claims a flow from or to the internet is left
 * to the register of flows. Gateways for egress only have a rule of their own.
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
    const { found, leads } = internetRoute(resource, graph);
    const bad = and(isDefaultRoute(resource), leads);
    if (bad === 'unknown') return unknown(found, EXPECTED);
    return bad ? fail(found, EXPECTED) : pass(found, EXPECTED);
  },
};
