import type { Resource } from '../../template';
import { among, fail, field, judge, pass, present, unknown, type Found } from '../check';
import type { Rule, RuleResult } from '../rule';
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
    const configuration = configurationInUnit(found, resource, graph);
    return configuration && resource.type === 'AWS::Glue::Job'
      ? encrypts(found, configuration)
      : judge([found], present);
  },
};

function encrypts(found: Found, { properties }: Resource): RuleResult {
  const expected = `a configuration with ${bookmarks.expected}`;
  const holds = bookmarks.test(properties);
  if (holds === 'unknown') return { ...unknown(found, expected), because: 'what the configuration says is not known' };
  return holds ? pass(found, expected) : fail(found, expected);
}
