import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** HTTP is accepted unless it is refused. */
export const searchDomainHttps: Rule = {
  id: 'search-domain-https',
  control: 'NET-14',
  message: 'Clients may talk to the search domain without TLS.',
  remediation: 'Set DomainEndpointOptions.EnforceHTTPS to true.',
  types: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  scope: 'resource',
  evaluate: property('DomainEndpointOptions.EnforceHTTPS', isTrue),
};
