import { and, not, type Trilean } from '../../model';
import { asText, type Resource } from '../../template';
import { absent, expectation, isTrue, property } from '../check';
import type { Rule } from '../rule';

const withoutIam = expectation('another engine', (value) => /^(oracle|sqlserver|db2|custom)/.test(asText(value) ?? ''));

/**
 * Machines use roles instead of long-lived passwords. Engines without the feature (Oracle, SQL Server, Db2) are
 * not judged, nor members of clusters.
 */
export const rdsIamAuthentication: Rule = {
  id: 'rds-iam-authentication',
  control: 'IDN-12',
  severity: 'low',
  message: 'The database knows only passwords.',
  remediation: 'Set EnableIAMDatabaseAuthentication to true and grant rds-db:connect.',
  types: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  scope: 'resource',
  evaluate: property('EnableIAMDatabaseAuthentication', isTrue, supportsIam),
};

/** Whether the engine can check IAM tokens. */
function supportsIam({ properties }: Resource): Trilean {
  return and(not(withoutIam.test(properties['Engine'])), absent.test(properties['DBClusterIdentifier']));
}
