import { among, orAbsent, property } from '../check';
import type { Rule } from '../rule';

/** Not set means BucketOwnerEnforced for buckets made since April 2023 (S3 user guide, about-object-ownership). */
export const bucketOwnerEnforced: Rule = {
  id: 'bucket-owner-enforced',
  control: 'RES-15',
  severity: 'low',
  message: 'Access lists of objects decide beside the bucket policy, and whoever writes an object owns it.',
  remediation: 'Set ObjectOwnership to BucketOwnerEnforced.',
  types: ['AWS::S3::Bucket'],
  scope: 'resource',
  evaluate: property('OwnershipControls.Rules[].ObjectOwnership', orAbsent(among('BucketOwnerEnforced'))),
};
