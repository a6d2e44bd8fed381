import { asText, isMap } from '../../template';
import { customerKey, judge, NOT_APPLICABLE, unknown } from '../check';
import type { Rule } from '../rule';
import { collectionPolicy } from './collection-policy';

/** The encryption policy of OpenSearch Serverless: JSON text that names a key, or leaves it to AWS. */
export const searchCollectionCustomerKey: Rule = {
  id: 'search-collection-customer-key',
  control: 'KEY-02',
  message: 'Collections that the policy names are encrypted with a key that nobody here controls.',
  remediation: 'Name a customer-managed key in KmsARN, and set AWSOwnedKey to false.',
  types: ['AWS::OpenSearchServerless::SecurityPolicy'],
  scope: 'resource',
  evaluate: ({ properties }) => {
    if (asText(properties['Type']) === 'network') return NOT_APPLICABLE;
    const policy = properties['Policy'];
    const parsed = collectionPolicy(policy);
    if (!isMap(parsed)) return unknown({ path: 'Policy', value: policy }, customerKey.expected);
    return judge([{ path: 'Policy.KmsARN', value: parsed['KmsARN'] }], customerKey);
  },
};
