import { present, property } from '../check';
import type { Rule } from '../rule';

/** Without a subnet group Redshift uses the default VPC. */
export const redshiftInSubnetGroup: Rule = {
  id: 'redshift-in-subnet-group',
  control: 'NET-01',
  message: 'The data warehouse lands in the default VPC.',
  remediation: 'Name a ClusterSubnetGroupName of the data zone.',
  types: ['AWS::Redshift::Cluster'],
  scope: 'resource',
  evaluate: property('ClusterSubnetGroupName', present),
};
