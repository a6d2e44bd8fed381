import { matching, property } from '../check';
import type { Rule } from '../rule';

/** Not set is the policy that accepts TLS 1.0. */
export const searchDomainTlsVersion: Rule = {
  id: 'search-domain-tls-version',
  control: 'NET-14',
  message: 'The search domain accepts TLS older than 1.2.',
  remediation: 'Set DomainEndpointOptions.TLSSecurityPolicy to Policy-Min-TLS-1-2-PFS-2023-10.',
  types: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  scope: 'resource',
  evaluate: property('DomainEndpointOptions.TLSSecurityPolicy', matching('TLS 1.2 or later', /TLS-1-2|TLS-1-3/)),
};
