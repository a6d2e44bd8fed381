import { present, property } from '../check';
import type { Rule } from '../rule';
import { isNoMember } from './is-no-member';

const SHARDS = 'AWS::RDS::DBShardGroup';

const ofShards = property('PubliclyAccessible', present);
const ofInstance = property('PubliclyAccessible', present, isNoMember);

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
  types: ['AWS::RDS::DBInstance', SHARDS],
  scope: 'resource',
  evaluate: (resource, context) => (resource.type === SHARDS ? ofShards : ofInstance)(resource, context),
};
