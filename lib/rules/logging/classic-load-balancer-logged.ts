import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const classicLoadBalancerLogged: Rule = {
  id: 'classic-load-balancer-logged',
  control: 'LOG-06',
  message: 'Nobody records who calls through the load balancer.',
  remediation: 'Set AccessLoggingPolicy with Enabled true and a bucket.',
  types: ['AWS::ElasticLoadBalancing::LoadBalancer'],
  scope: 'resource',
  evaluate: property('AccessLoggingPolicy.Enabled', isTrue),
};
