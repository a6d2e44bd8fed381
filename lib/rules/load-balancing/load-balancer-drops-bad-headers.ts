import { all, among, field, isTrue, orAbsent, property, some, when } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for; only application load balancers have it. */
export const loadBalancerDropsBadHeaders: Rule = {
  id: 'load-balancer-drops-bad-headers',
  control: 'NET-14',
  category: 'network-segmentation',
  severity: 'medium',
  message: 'The load balancer passes malformed headers on, by which requests are smuggled.',
  remediation: 'Set the attribute routing.http.drop_invalid_header_fields.enabled to true.',
  types: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  scope: 'resource',
  evaluate: property(
    'LoadBalancerAttributes',
    some(all(field('Key', among('routing.http.drop_invalid_header_fields.enabled')), field('Value', isTrue))),
    when('Type', orAbsent(among('application'))),
  ),
};
