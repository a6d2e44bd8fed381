import { matching, property } from '../check';
import type { Rule } from '../rule';

const modern = matching('TLS 1.2 or later', /^TLS_1_[23]$|TLS13_1_[23]/);

/** For an edge-optimised domain not set is TLS_1_2, for a regional one TLS_1_0 is possible: it has to be said. */
export const apiDomainTlsVersion: Rule = {
  id: 'api-domain-tls-version',
  control: 'NET-14',
  message: 'The API’s domain accepts TLS older than 1.2.',
  remediation: 'Set SecurityPolicy to TLS_1_2 or later.',
  types: ['AWS::ApiGateway::DomainName'],
  scope: 'resource',
  evaluate: property('SecurityPolicy', modern),
};
