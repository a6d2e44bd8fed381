import { all, allOf, among, field, isNot, property, some } from '../check';
import type { Rule } from '../rule';

const encrypted = field('S3EncryptionMode', among('SSE-KMS', 'SSE-S3'));

const everywhere = all(some(encrypted), isNot('no destination without', some(isNot('not encrypted', encrypted))));

/** Each of the three is off unless it is asked for. */
export const glueConfigurationEncrypts: Rule = {
  id: 'glue-configuration-encrypts',
  control: 'KEY-01',
  message: 'The security configuration leaves data, logs or bookmarks unencrypted.',
  remediation: 'Set S3Encryptions, CloudWatchEncryption and JobBookmarksEncryption to KMS modes.',
  types: ['AWS::Glue::SecurityConfiguration'],
  scope: 'resource',
  evaluate: allOf(
    property('EncryptionConfiguration.S3Encryptions', everywhere),
    property('EncryptionConfiguration.CloudWatchEncryption.CloudWatchEncryptionMode', among('SSE-KMS')),
    property('EncryptionConfiguration.JobBookmarksEncryption.JobBookmarksEncryptionMode', among('CSE-KMS')),
  ),
};
