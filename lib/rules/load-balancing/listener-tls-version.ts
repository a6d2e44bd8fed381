import { among, property, when } from '../check';
import { modernPolicy } from './tls-policies';
import type { Rule } from '../rule';

/** Not set is ELBSecurityPolicy-2016-08, which accepts TLS 1.0, except where the console or the CDK chooses. */
export const listenerTlsVersion: Rule = {
  id: 'listener-tls-version',
  control: 'NET-14',
  message: 'The listener accepts TLS older than 1.2.',
  remediation: 'Set SslPolicy to ELBSecurityPolicy-TLS13-1-2-2021-06.',
  types: ['AWS::ElasticLoadBalancingV2::Listener'],
  scope: 'resource',
  evaluate: property('SslPolicy', modernPolicy, when('Protocol', among('HTTPS', 'TLS'))),
};
