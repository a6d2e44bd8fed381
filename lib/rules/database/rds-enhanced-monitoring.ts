import { atLeast, property } from '../check';
import type { Rule } from '../rule';

/** Enhanced monitoring is off unless an interval is given. */
export const rdsEnhancedMonitoring: Rule = {
  id: 'rds-enhanced-monitoring',
  control: 'LOG-09',
  category: 'logging',
  severity: 'low',
  message: 'The database does not report what its host does.',
  remediation: 'Set MonitoringInterval to 60 and name a MonitoringRoleArn.',
  types: ['AWS::RDS::DBInstance'],
  scope: 'resource',
  evaluate: property('MonitoringInterval', atLeast(1)),
};
