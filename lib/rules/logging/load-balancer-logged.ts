import { all, among, field, isTrue, noneOf, property, some, when } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. Gateway load balancers have no such log. */
export const loadBalancerLogged: Rule = {
  id: 'load-balancer-logged',
  control: 'LOG-06',
  message: 'Nobody records who calls through the load balancer.',
  remediation: 'Set the attribute access_logs.s3.enabled to true and name a bucket.',
  types: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  scope: 'resource',
  evaluate: property(
    'LoadBalancerAttributes',
    some(all(field('Key', among('access_logs.s3.enabled')), field('Value', isTrue))),
    when('Type', noneOf('gateway')),
  ),
};
