import { customerKey, property } from '../check';
import type { Rule } from '../rule';

/** Without a key of its own the cluster uses one of AWS. */
export const mskCustomerKey: Rule = {
  id: 'msk-customer-key',
  control: 'KEY-02',
  message: 'The cluster’s messages are encrypted with a key that nobody here controls.',
  remediation: 'Name a customer-managed key in EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId.',
  types: ['AWS::MSK::Cluster'],
  scope: 'resource',
  evaluate: property('EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId', customerKey),
};
