import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Neptune encrypts only when it is asked to; it cannot be turned on later. */
export const neptuneStorageEncrypted: Rule = {
  id: 'neptune-storage-encrypted',
  control: 'KEY-01',
  message: 'The graph database does not encrypt its storage.',
  remediation: 'Set StorageEncrypted to true, with a customer-managed key in KmsKeyId.',
  types: ['AWS::Neptune::DBCluster'],
  scope: 'resource',
  evaluate: property('StorageEncrypted', isTrue),
};
