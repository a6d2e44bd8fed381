import { among, field } from '../check';
import type { Rule } from '../rule';
import { saidBy, saidElsewhere } from './configuration';
import { configurationInUnit, configurationOf, GLUE_TYPES } from './glue-configuration';

const encrypted = field('EncryptionConfiguration.CloudWatchEncryption.CloudWatchEncryptionMode', among('SSE-KMS'));

/** Without a security configuration the logs are under AWS’s key; one of another unit is unknown. */
export const glueLogsEncrypted: Rule = {
  id: 'glue-logs-encrypted',
  control: 'LOG-04',
  message: 'The logs of the job, which show pieces of the data, are not encrypted with a key of one’s own.',
  remediation: 'Name a SecurityConfiguration whose CloudWatchEncryptionMode is SSE-KMS.',
  types: GLUE_TYPES,
  scope: 'resource',
  evaluate: (resource, { graph }) => {
    const found = configurationOf(resource);
    const configuration = configurationInUnit(resource, graph);
    if (!configuration) return saidElsewhere(found);
    return saidBy(found, encrypted.test(configuration.properties), encrypted.expected);
  },
};
