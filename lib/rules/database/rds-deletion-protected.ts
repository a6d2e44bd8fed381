import { isTrue, property } from '../check';
import type { Rule } from '../rule';
import { isNoMember } from './is-no-member';

/** Protection is off unless it is asked for; members of an Aurora cluster are protected by the cluster. */
export const rdsDeletionProtected: Rule = {
  id: 'rds-deletion-protected',
  control: 'BKP-05',
  message: 'The database can be deleted by one call.',
  remediation: 'Set DeletionProtection to true.',
  types: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster', 'AWS::Neptune::DBCluster'],
  scope: 'resource',
  evaluate: property('DeletionProtection', isTrue, isNoMember),
};
