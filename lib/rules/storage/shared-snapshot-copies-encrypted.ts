import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Policies of the kind EVENT_BASED_POLICY copy what other accounts share. */
export const sharedSnapshotCopiesEncrypted: Rule = {
  id: 'shared-snapshot-copies-encrypted',
  control: 'KEY-01',
  message: 'Copies of snapshots that another account shares are not encrypted.',
  remediation: 'Set EncryptionConfiguration.Encrypted to true in each CrossRegionCopy of the Actions, with a CmkArn.',
  types: ['AWS::DLM::LifecyclePolicy'],
  scope: 'resource',
  evaluate: property('PolicyDetails.Actions[].CrossRegionCopy[].EncryptionConfiguration.Encrypted', isTrue),
};
