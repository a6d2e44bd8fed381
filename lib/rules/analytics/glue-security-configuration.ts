import { among, field, judge, present } from '../check';
import type { Rule } from '../rule';
import { saidBy, saidElsewhere } from './configuration';
import { configurationInUnit, configurationOf, GLUE_TYPES } from './glue-configuration';

const bookmarks = field('EncryptionConfiguration.JobBookmarksEncryption.JobBookmarksEncryptionMode', among('CSE-KMS'));

/**
 * Without one Glue uses the defaults of the destinations, and bookmarks stay unencrypted. A configuration of the same unit
 * is looked into for the bookmarks of jobs; what else it says is judged where it stands.
 */
export const glueSecurityConfiguration: Rule = {
  id: 'glue-security-configuration',
  control: 'KEY-01',
  message: 'What the job writes, its logs and its bookmarks are not encrypted with a key of one’s own.',
  remediation: 'Name a SecurityConfiguration that encrypts all three.',
  types: GLUE_TYPES,
  scope: 'resource',
  evaluate: (resource, { graph }) => {
    const found = configurationOf(resource);
    const configuration = configurationInUnit(resource, graph);
    if (!configuration) return saidElsewhere(found);
    return resource.type === 'AWS::Glue::Job'
      ? saidBy(found, bookmarks.test(configuration.properties), bookmarks.expected)
      : judge([found], present);
  },
};
