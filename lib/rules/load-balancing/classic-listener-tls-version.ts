import { all, among, field, property, some, when } from '../check';
import { modernPolicy } from './tls-policies';
import type { Rule } from '../rule';

/**
 * The default policy accepts TLS 1.0. Only a load balancer whose listeners all use TLS is judged: the others are
 * wrong before that.
 */
export const classicListenerTlsVersion: Rule = {
  id: 'classic-listener-tls-version',
  control: 'NET-14',
  message: 'The load balancer accepts TLS older than 1.2.',
  remediation: 'Add a policy with Reference-Security-Policy ELBSecurityPolicy-TLS-1-2-2017-01.',
  types: ['AWS::ElasticLoadBalancing::LoadBalancer'],
  scope: 'resource',
  evaluate: property(
    'Policies',
    some(
      all(
        field('PolicyType', among('SSLNegotiationPolicyType')),
        field('Attributes', some(all(field('Name', among('Reference-Security-Policy')), field('Value', modernPolicy)))),
      ),
    ),
    when('Listeners[].Protocol', among('HTTPS', 'SSL')),
  ),
};
