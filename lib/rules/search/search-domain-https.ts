import { allOf, isTrue, matching, property } from '../check';
import type { Rule } from '../rule';

/** HTTP is accepted unless it is refused; the default policy accepts TLS 1.0. */
export const searchDomainHttps: Rule = {
  id: 'search-domain-https',
  control: 'NET-14',
  message: 'Clients may talk to the search domain without modern TLS.',
  remediation: 'Set DomainEndpointOptions with EnforceHTTPS true and TLSSecurityPolicy Policy-Min-TLS-1-2-PFS-2023-10.',
  types: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  scope: 'resource',
  evaluate: allOf(
    property('DomainEndpointOptions.EnforceHTTPS', isTrue),
    property('DomainEndpointOptions.TLSSecurityPolicy', matching('TLS 1.2 or later', /TLS-1-2|TLS-1-3/)),
  ),
};
