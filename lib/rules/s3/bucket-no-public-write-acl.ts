import { noneOf, property } from '../check';
import type { Rule } from '../rule';

/** Not set is private. */
export const bucketNoPublicWriteAcl: Rule = {
  id: 'bucket-no-public-write-acl',
  control: 'RES-15',
  message: 'The bucket’s access list lets everybody read and write.',
  remediation: 'Remove AccessControl, and set OwnershipControls to BucketOwnerEnforced.',
  types: ['AWS::S3::Bucket'],
  scope: 'resource',
  evaluate: property('AccessControl', noneOf('PublicReadWrite')),
};
