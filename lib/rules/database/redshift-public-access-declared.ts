import { present, property } from '../check';
import type { Rule } from '../rule';

/**
 * A cluster that was made before January 2025 became public when nothing was said, and stays so; later ones do not.
 * https://docs.aws.amazon.com/redshift/latest/mgmt/behavior-changes.html
 */
export const redshiftPublicAccessDeclared: Rule = {
  id: 'redshift-public-access-declared',
  control: 'WKL-01',
  severity: 'low',
  message: 'The data warehouse is public if it was made before 2025.',
  remediation: 'Set PubliclyAccessible to false.',
  types: ['AWS::Redshift::Cluster'],
  scope: 'resource',
  evaluate: property('PubliclyAccessible', present),
};
