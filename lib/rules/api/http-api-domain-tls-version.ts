import { matching, orAbsent, property } from '../check';
import type { Rule } from '../rule';

/** HTTP APIs accept nothing older by default. */
export const httpApiDomainTlsVersion: Rule = {
  id: 'http-api-domain-tls-version',
  control: 'NET-14',
  message: 'The API’s domain accepts TLS older than 1.2.',
  remediation: 'Set SecurityPolicy to TLS_1_2.',
  types: ['AWS::ApiGatewayV2::DomainName'],
  scope: 'resource',
  evaluate: property(
    'DomainNameConfigurations[].SecurityPolicy',
    orAbsent(matching('TLS 1.2 or later', /^TLS_1_[23]$|TLS13_1_[23]/)),
  ),
};
