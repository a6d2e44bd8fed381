import { and, type Trilean } from '../../model';
import type { Resource } from '../../template';
import { absent, present, property } from '../check';
import type { Rule } from '../rule';

/**
 * Without a subnet group RDS uses the default VPC, whose subnets are public. Replicas and members of clusters
 * follow their source.
 */
export const databaseInSubnetGroup: Rule = {
  id: 'database-in-subnet-group',
  control: 'WKL-01',
  category: 'network-segmentation',
  severity: 'medium',
  message: 'The database lands in the default VPC.',
  remediation: 'Name a DBSubnetGroupName of the data zone.',
  types: ['AWS::RDS::DBInstance'],
  scope: 'resource',
  evaluate: property('DBSubnetGroupName', present, standsAlone),
};

/** What belongs to a cluster, or replicates an instance of this region, stands where its source stands. */
function standsAlone({ properties }: Resource): Trilean {
  return and(absent.test(properties['DBClusterIdentifier']), absent.test(properties['SourceDBInstanceIdentifier']));
}
