import { asText } from '../../template';
import { all, among, at, filled, get, guarded, judge, some, type Expectation } from '../check';
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
  evaluate: guarded(isNoMember, ({ properties }) => {
    const engine = get(properties['Engine'] ?? null, '');
    return judge(at(properties, 'EnableCloudwatchLogsExports'), logsOf(asText(engine)));
  }),
};

const LOGS: readonly (readonly [RegExp, Expectation])[] = [
  [/^aurora-postgres/, each('postgresql')],
  [/^postgres/, each('postgresql', 'upgrade')],
  [/^mariadb$|^(aurora-?)?(mysql)?$/, each('audit', 'error', 'general', 'slowquery')],
  [/^oracle-/, each('audit', 'alert', 'listener', 'trace')],
  [/^sqlserver-/, each('error', 'agent')],
];

function logsOf(engine: string | undefined): Expectation {
  if (engine === undefined || engine === '') return filled;
  return LOGS.find(([pattern]) => pattern.test(engine))?.[1] ?? filled;
}

function each(...logs: readonly string[]): Expectation {
  return all(...logs.map((log) => some(among(log))));
}
