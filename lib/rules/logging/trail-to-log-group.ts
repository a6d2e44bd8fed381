import { present, property } from '../check';
import type { Rule } from '../rule';

/** Files in S3 arrive late, and in bundles. */
export const trailToLogGroup: Rule = {
  id: 'trail-to-log-group',
  control: 'LOG-09',
  message: 'Nothing can raise an alarm on what the trail records.',
  remediation: 'Set CloudWatchLogsLogGroupArn and CloudWatchLogsRoleArn.',
  types: ['AWS::CloudTrail::Trail'],
  scope: 'resource',
  evaluate: property('CloudWatchLogsLogGroupArn', present),
};
