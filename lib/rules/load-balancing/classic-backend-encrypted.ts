import { among, property } from '../check';
import type { Rule } from '../rule';

/** Not set is the protocol of the listener’s layer without TLS. */
export const classicBackendEncrypted: Rule = {
  id: 'classic-backend-encrypted',
  control: 'NET-14',
  severity: 'medium',
  message: 'The load balancer talks to its instances without TLS.',
  remediation: 'Set InstanceProtocol to HTTPS or SSL.',
  types: ['AWS::ElasticLoadBalancing::LoadBalancer'],
  scope: 'resource',
  evaluate: property('Listeners[].InstanceProtocol', among('HTTPS', 'SSL')),
};
