import { all, field, isTrue, present } from '../check';
import type { Rule } from '../rule';
import { configured } from './emr-configuration';

const disks = all(
  field('EnableAtRestEncryption', isTrue),
  field('AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration.EncryptionKeyProviderType', present),
);

/** Without a security configuration nothing is encrypted; one of another unit is unknown. */
export const emrDisksEncrypted: Rule = {
  id: 'emr-disks-encrypted',
  control: 'KEY-01',
  message: 'The cluster’s nodes keep their disks unencrypted.',
  remediation: 'Name a SecurityConfiguration with LocalDiskEncryptionConfiguration.',
  types: ['AWS::EMR::Cluster'],
  scope: 'resource',
  evaluate: configured(disks),
};
