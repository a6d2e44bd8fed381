import { or } from '../../model';
import { accountsOf, among, NOT_APPLICABLE, propertyPath } from '../check';
import type { Rule } from '../rule';

const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';

const faces = among('internet-facing');
const isInspecting = among('GatewayLoadBalancer');

/**
 * The inner tier: a firewall of the unit, or endpoints of one. The outer tier is the web access control list, of which
 * other rules speak; by which path packets reach the firewall is a matter of the proof of reachability.
 */
export const internetIngressInspected: Rule = {
  id: 'internet-ingress-inspected',
  control: 'NET-03',
  message: 'What comes in from the internet reaches trusted zones past no firewall.',
  remediation: 'Route from the zone of the public load balancer through a Network Firewall.',
  types: [BALANCER],
  scope: 'estate',
  evaluate: (_anchor, { graph }) => {
    const facing = graph
      .ofType(BALANCER)
      .map((balancer) => ({ balancer, is: faces.test(balancer.properties['Scheme']) }))
      .filter(({ is }) => is !== false);
    const [first] = facing;
    if (!first) return NOT_APPLICABLE;
    const endpoints = graph.ofType('AWS::EC2::VPCEndpoint').map(({ properties }) => properties['VpcEndpointType']);
    const firewalls = graph.ofType('AWS::NetworkFirewall::Firewall');
    const inspected = or(firewalls.length > 0, ...endpoints.map((type) => isInspecting.test(type)));
    const property = propertyPath('Scheme');
    const observed = facing.map(({ balancer }) => balancer.logicalId);
    const expected = 'a firewall behind the internet-facing load balancers';
    if (inspected === true) return { status: 'pass', property, observed, expected };
    const account = first.balancer.template.claims?.marker?.account;
    // A single template of an account: its firewall may stand in another.
    if (account !== undefined && (accountsOf(graph).get(account)?.templates ?? 0) < 2) return NOT_APPLICABLE;
    if (inspected === false && facing.some(({ is }) => is === true))
      return { status: 'fail', property, observed, expected };
    const because = 'whether the load balancer faces the internet, or the endpoint inspects, is decided at deployment';
    return { status: 'unknown', property, observed, expected, because };
  },
};
