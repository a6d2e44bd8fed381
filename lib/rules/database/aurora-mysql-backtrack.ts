import { among, atLeast, property, when } from '../check';
import type { Rule } from '../rule';

/** Backtracking undoes a wrong statement in minutes; only Aurora MySQL has it. */
export const auroraMysqlBacktrack: Rule = {
  id: 'aurora-mysql-backtrack',
  control: 'BKP-06',
  severity: 'low',
  message: 'An Aurora MySQL cluster cannot be wound back.',
  remediation: 'Set BacktrackWindow, in seconds.',
  types: ['AWS::RDS::DBCluster'],
  scope: 'resource',
  evaluate: property('BacktrackWindow', atLeast(1, 'second'), when('Engine', among('aurora-mysql', 'aurora'))),
};
