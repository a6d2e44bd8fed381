import { present, property } from '../check';
import type { Rule } from '../rule';

/** Without one nothing is encrypted; what a named one says is judged where it stands. */
export const emrDisksEncrypted: Rule = {
  id: 'emr-disks-encrypted',
  control: 'KEY-01',
  message: 'The cluster’s nodes keep their disks unencrypted.',
  remediation: 'Name a SecurityConfiguration with LocalDiskEncryptionConfiguration.',
  types: ['AWS::EMR::Cluster'],
  scope: 'resource',
  evaluate: property('SecurityConfiguration', present),
};
