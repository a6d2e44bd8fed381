import { all, among, field, isTrue, property, some } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const loadBalancerDeletionProtected: Rule = {
  id: 'load-balancer-deletion-protected',
  control: 'BKP-05',
  severity: 'medium',
  message: 'The load balancer can be deleted by one call.',
  remediation: 'Set the attribute deletion_protection.enabled to true.',
  types: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  scope: 'resource',
  evaluate: property(
    'LoadBalancerAttributes',
    some(all(field('Key', among('deletion_protection.enabled')), field('Value', isTrue))),
  ),
};
