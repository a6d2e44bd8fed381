import { asText } from '../../template';
import { all, among, filled, get, property, some, type Expectation } from '../check';
import type { Rule } from '../rule';
import { isNoMember } from './is-no-member';

/**
 * Without the list logs stay on the instance for days only. Which logs an engine has is read from the RDS
 * documentation; for an engine that is not known here, one log is enough. Members of a cluster export by their
 * cluster.
 */
export const rdsLogsExported: Rule = {
  id: 'rds-logs-exported',
  control: 'LOG-06',
  message: 'The database keeps logs of its engine to itself.',
  remediation: 'List all logs of the engine under EnableCloudwatchLogsExports.',
  types: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  scope: 'resource',
  evaluate: (resource, context) => {
    const engine = get(resource.properties['Engine'] ?? null, '');
    return property('EnableCloudwatchLogsExports', hasLogsOf(asText(engine)), isNoMember)(resource, context);
  },
};

const LOGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^aurora-postgres/, ['postgresql']],
  [/^postgres/, ['postgresql', 'upgrade']],
  [/^mariadb$|^(aurora-?)?(mysql)?$/, ['audit', 'error', 'general', 'slowquery']],
  [/^oracle-/, ['audit', 'alert', 'listener', 'trace']],
  [/^sqlserver-/, ['error', 'agent']],
];

function hasLogsOf(engine: string | undefined): Expectation {
  const logs = LOGS.find(([pattern]) => engine !== undefined && engine !== '' && pattern.test(engine))?.[1];
  return logs ? all(...logs.map((log) => some(among(log)))) : filled;
}
