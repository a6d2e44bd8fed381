import { STORED_KEY } from '../../template';
import { forbid, resourceDocuments } from '../policy';
import type { Rule } from '../rule';
import { servesAnybody } from './serves-one-customer';

/** The confused deputy. A condition on the encryption context or on kms:ViaService binds the service too. */
export const kmsServiceConditioned: Rule = {
  id: 'kms-service-conditioned',
  control: 'KEY-07',
  severity: 'medium',
  message: 'A service may use the key on behalf of any of its customers.',
  remediation: 'Add a condition on aws:SourceArn, aws:SourceAccount or the encryption context.',
  types: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey', STORED_KEY],
  scope: 'resource',
  evaluate: forbid({
    documents: resourceDocuments,
    expected: 'a condition that binds the service to one customer',
    is: servesAnybody,
  }),
};
