import { allOf, isTrue, property } from '../check';
import type { Rule } from '../rule';

const LOGS = ['DagProcessingLogs', 'SchedulerLogs', 'TaskLogs', 'WebserverLogs', 'WorkerLogs'];

/** Off unless it is asked for. */
export const mwaaLogged: Rule = {
  id: 'mwaa-logged',
  control: 'LOG-06',
  message: 'The workflow environment does not record all that it does.',
  remediation: 'Enable DagProcessingLogs, SchedulerLogs, TaskLogs, WebserverLogs and WorkerLogs.',
  types: ['AWS::MWAA::Environment'],
  scope: 'resource',
  evaluate: allOf(...LOGS.map((log) => property(`LoggingConfiguration.${log}.Enabled`, isTrue))),
};
