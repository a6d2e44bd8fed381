import { allOf, isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Both are required where EncryptionConfiguration is given. */
export const emrConfigurationEncrypts: Rule = {
  id: 'emr-configuration-encrypts',
  control: 'NET-14',
  message: 'The security configuration leaves traffic or disks unencrypted.',
  remediation: 'Set EnableInTransitEncryption and EnableAtRestEncryption to true.',
  types: ['AWS::EMR::SecurityConfiguration'],
  scope: 'resource',
  evaluate: allOf(
    property('SecurityConfiguration.EncryptionConfiguration.EnableInTransitEncryption', isTrue),
    property('SecurityConfiguration.EncryptionConfiguration.EnableAtRestEncryption', isTrue),
  ),
};
