import { allOf, among, field, property, some } from '../check';
import type { Rule } from '../rule';

/** Each of the three is off unless it is asked for. */
export const glueConfigurationEncrypts: Rule = {
  id: 'glue-configuration-encrypts',
  control: 'KEY-01',
  message: 'The security configuration leaves data, logs or bookmarks unencrypted.',
  remediation: 'Set S3Encryptions, CloudWatchEncryption and JobBookmarksEncryption to KMS modes.',
  types: ['AWS::Glue::SecurityConfiguration'],
  scope: 'resource',
  evaluate: allOf(
    property('EncryptionConfiguration.S3Encryptions', some(field('S3EncryptionMode', among('SSE-KMS', 'SSE-S3')))),
    property('EncryptionConfiguration.CloudWatchEncryption.CloudWatchEncryptionMode', among('SSE-KMS')),
    property('EncryptionConfiguration.JobBookmarksEncryption.JobBookmarksEncryptionMode', among('CSE-KMS')),
  ),
};
