import { among, property, some } from '../check';
import type { Rule } from '../rule';

/** Neptune records nothing outside the cluster unless logs are exported. */
export const neptuneLogsExported: Rule = {
  id: 'neptune-logs-exported',
  control: 'LOG-06',
  message: 'The graph database does not export its audit log.',
  remediation: 'List audit under EnableCloudwatchLogsExports.',
  types: ['AWS::Neptune::DBCluster'],
  scope: 'resource',
  evaluate: property('EnableCloudwatchLogsExports', some(among('audit'))),
};
