import { asText, Reference, type Graph, type Resource } from '../../template';
import { among, fail, field, judge, pass, present, unknown, type Found } from '../check';
import type { Rule, RuleResult } from '../rule';

const TYPE = 'AWS::Glue::SecurityConfiguration';

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
  types: ['AWS::Glue::Crawler', 'AWS::Glue::Job', 'AWS::Glue::DevEndpoint'],
  scope: 'resource',
  evaluate: (resource, { graph }) => {
    const isCrawler = resource.type === 'AWS::Glue::Crawler';
    const path = isCrawler ? 'CrawlerSecurityConfiguration' : 'SecurityConfiguration';
    const found = { path, value: resource.properties[path] };
    const results = judge([found], present);
    const configuration = configurationOf(found, resource, graph);
    return configuration && resource.type === 'AWS::Glue::Job' ? encrypts(found, configuration) : results;
  },
};

function configurationOf({ value }: Found, { template }: Resource, graph: Graph): Resource | undefined {
  if (value instanceof Reference) return graph.follow(value);
  const name = asText(value);
  const inTemplate = graph.ofType(TYPE).filter((other) => other.template === template);
  return name === undefined ? undefined : inTemplate.find(({ properties }) => asText(properties['Name']) === name);
}

function encrypts(found: Found, { properties }: Resource): RuleResult {
  const expected = `a configuration with ${bookmarks.expected}`;
  const holds = bookmarks.test(properties);
  if (holds === 'unknown') return { ...unknown(found, expected), because: 'what the configuration says is not known' };
  return holds ? pass(found, expected) : fail(found, expected);
}
