import { all, among, property, some } from '../check';
import type { Rule } from '../rule';

/** DocumentDB records nothing outside the cluster unless logs are exported. */
export const docdbLogsExported: Rule = {
  id: 'docdb-logs-exported',
  control: 'LOG-06',
  message: 'The document database does not export its audit and profiler logs.',
  remediation:
    'List audit and profiler under EnableCloudwatchLogsExports, and turn audit_logs on in the parameter group.',
  types: ['AWS::DocDB::DBCluster'],
  scope: 'resource',
  evaluate: property('EnableCloudwatchLogsExports', all(some(among('audit')), some(among('profiler')))),
};
