import { absent, present, property, when } from '../check';
import type { Rule } from '../rule';

/** Only public zones have it; private ones are recorded by the resolver. */
export const publicZoneQueriesLogged: Rule = {
  id: 'public-zone-queries-logged',
  control: 'NET-16',
  severity: 'low',
  message: 'Nobody records what is asked of the public zone.',
  remediation: 'Set QueryLoggingConfig, with a log group in us-east-1.',
  types: ['AWS::Route53::HostedZone'],
  scope: 'resource',
  evaluate: property('QueryLoggingConfig.CloudWatchLogsLogGroupArn', present, when('VPCs', absent)),
};
