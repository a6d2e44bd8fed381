import { present, property } from '../check';
import type { Rule } from '../rule';
import { isNoMember } from './is-no-member';

/**
 * When nothing is said RDS decides by the network: an instance becomes public in the default VPC, and in every VPC with an
 * internet gateway. Members of a cluster are not judged.
 */
export const rdsPublicAccessDeclared: Rule = {
  id: 'rds-public-access-declared',
  control: 'WKL-01',
  severity: 'medium',
  message: 'The database becomes public if the network lets it.',
  remediation: 'Set PubliclyAccessible to false.',
  types: ['AWS::RDS::DBInstance'],
  scope: 'resource',
  evaluate: property('PubliclyAccessible', present, isNoMember),
};
