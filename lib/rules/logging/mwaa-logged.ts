import { allOf, among, isTrue, property } from '../check';
import type { Rule } from '../rule';

const LOGS = ['DagProcessingLogs', 'SchedulerLogs', 'TaskLogs', 'WebserverLogs', 'WorkerLogs'];

/** Off unless it is asked for. Levels above INFO leave out who did what, so the level has to be said. */
export const mwaaLogged: Rule = {
  id: 'mwaa-logged',
  control: 'LOG-06',
  message: 'The workflow environment does not record all that it does.',
  remediation:
    'Enable DagProcessingLogs, SchedulerLogs, TaskLogs, WebserverLogs and WorkerLogs with the LogLevel INFO.',
  types: ['AWS::MWAA::Environment'],
  scope: 'resource',
  evaluate: allOf(
    ...LOGS.flatMap((log) => [
      property(`LoggingConfiguration.${log}.Enabled`, isTrue),
      property(`LoggingConfiguration.${log}.LogLevel`, among('INFO', 'DEBUG')),
    ]),
  ),
};
