import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const searchDomainEncrypted: Rule = {
  id: 'search-domain-encrypted',
  control: 'KEY-01',
  message: 'The search domain is not encrypted.',
  remediation: 'Set EncryptionAtRestOptions with Enabled true and a KmsKeyId.',
  types: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  scope: 'resource',
  evaluate: property('EncryptionAtRestOptions.Enabled', isTrue),
};
