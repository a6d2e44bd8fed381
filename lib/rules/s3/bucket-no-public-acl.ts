import { noneOf, property } from '../check';
import type { Rule } from '../rule';

/** Not set is private. AuthenticatedRead means every AWS account. What also lets everybody write has a rule of its own. */
export const bucketNoPublicAcl: Rule = {
  id: 'bucket-no-public-acl',
  control: 'RES-15',
  message: 'The bucket’s access list lets everybody read.',
  remediation: 'Remove AccessControl, and set OwnershipControls to BucketOwnerEnforced.',
  types: ['AWS::S3::Bucket'],
  scope: 'resource',
  evaluate: property('AccessControl', noneOf('PublicRead', 'AuthenticatedRead')),
};
