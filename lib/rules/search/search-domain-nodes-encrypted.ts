import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const searchDomainNodesEncrypted: Rule = {
  id: 'search-domain-nodes-encrypted',
  control: 'NET-14',
  message: 'Nodes of the search domain talk without TLS.',
  remediation: 'Set NodeToNodeEncryptionOptions.Enabled to true.',
  types: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  scope: 'resource',
  evaluate: property('NodeToNodeEncryptionOptions.Enabled', isTrue),
};
