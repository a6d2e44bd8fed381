import { isNotTrue, property } from '../check';
import type { Rule } from '../rule';

/** An instance is public where it is asked for; what happens when nothing is said has a rule of its own. */
export const rdsNotPublic: Rule = {
  id: 'rds-not-public',
  control: 'WKL-01',
  message: 'The database has a public address.',
  remediation: 'Set PubliclyAccessible to false.',
  types: [
    'AWS::RDS::DBInstance',
    'AWS::RDS::DBCluster',
    'AWS::RDS::DBShardGroup',
    'AWS::Neptune::DBInstance',
    'AWS::Lightsail::Database',
    'AWS::Timestream::InfluxDBCluster',
    'AWS::Timestream::InfluxDBInstance',
  ],
  scope: 'resource',
  evaluate: property('PubliclyAccessible', isNotTrue),
};
