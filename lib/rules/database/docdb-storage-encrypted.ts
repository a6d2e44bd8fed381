import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** DocumentDB encrypts only when it is asked to; it cannot be turned on later. */
export const docdbStorageEncrypted: Rule = {
  id: 'docdb-storage-encrypted',
  control: 'KEY-01',
  message: 'The document database does not encrypt its storage.',
  remediation: 'Set StorageEncrypted to true, with a customer-managed key in KmsKeyId.',
  types: ['AWS::DocDB::DBCluster'],
  scope: 'resource',
  evaluate: property('StorageEncrypted', isTrue),
};
