import { all, among, anyOf, field, noneOf, property, some } from '../check';
import type { Rule } from '../rule';

const redirects = some(all(field('Type', among('redirect')), field('RedirectConfig.Protocol', among('HTTPS'))));

/**
 * A listener on TCP or UDP passes through what its target encrypts. HTTP is right only where the default action
 * redirects to HTTPS.
 */
export const listenerEncrypted: Rule = {
  id: 'listener-encrypted',
  control: 'NET-14',
  message: 'The listener accepts requests without TLS.',
  remediation: 'Set Protocol to HTTPS, or let the listener on HTTP only redirect.',
  types: ['AWS::ElasticLoadBalancingV2::Listener'],
  scope: 'resource',
  evaluate: anyOf(property('Protocol', noneOf('HTTP')), property('DefaultActions', redirects)),
};
