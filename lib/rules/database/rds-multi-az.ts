import { isTrue, property } from '../check';
import type { Rule } from '../rule';
import { isNoMember } from './is-no-member';

/**
 * Aurora instances span zones by their cluster, and SQL Server by its own mirroring: the rule does not judge
 * members of clusters.
 */
export const rdsMultiAz: Rule = {
  id: 'rds-multi-az',
  control: 'BKP-07',
  severity: 'low',
  message: 'The database stands in one availability zone.',
  remediation: 'Set MultiAZ to true.',
  types: ['AWS::RDS::DBInstance'],
  scope: 'resource',
  evaluate: property('MultiAZ', isTrue, isNoMember),
};
