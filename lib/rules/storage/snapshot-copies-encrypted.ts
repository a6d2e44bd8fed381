import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** A copy of an encrypted snapshot stays encrypted; the rule has to say it for the others. */
export const snapshotCopiesEncrypted: Rule = {
  id: 'snapshot-copies-encrypted',
  control: 'KEY-01',
  message: 'Copies of snapshots are not encrypted.',
  remediation: 'Set Encrypted to true in each of the CrossRegionCopyRules, with a CmkArn.',
  types: ['AWS::DLM::LifecyclePolicy'],
  scope: 'resource',
  evaluate: property('PolicyDetails.Schedules[].CrossRegionCopyRules[].Encrypted', isTrue),
};
