import { among, anyOf, orAbsent, property } from '../check';
import type { Rule } from '../rule';

/** On unless it is turned off; one of the two destinations is enough. */
export const buildLogged: Rule = {
  id: 'build-logged',
  control: 'LOG-06',
  message: 'Nobody records what the build does.',
  remediation: 'Leave LogsConfig.CloudWatchLogs enabled, or enable S3Logs.',
  types: ['AWS::CodeBuild::Project'],
  scope: 'resource',
  evaluate: anyOf(
    property('LogsConfig.CloudWatchLogs.Status', orAbsent(among('ENABLED'))),
    property('LogsConfig.S3Logs.Status', among('ENABLED')),
  ),
};
