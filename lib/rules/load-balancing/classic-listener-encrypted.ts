import { among, property } from '../check';
import type { Rule } from '../rule';

/** A classic load balancer cannot redirect. */
export const classicListenerEncrypted: Rule = {
  id: 'classic-listener-encrypted',
  control: 'NET-14',
  message: 'A listener accepts traffic without TLS.',
  remediation: 'Set Protocol to HTTPS or SSL, or move to an application load balancer.',
  types: ['AWS::ElasticLoadBalancing::LoadBalancer'],
  scope: 'resource',
  evaluate: property('Listeners[].Protocol', among('HTTPS', 'SSL')),
};
