import { allOf, isTrue, property } from '../check';
import type { Rule } from '../rule';

const FLAGS = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

/**
 * S3 blocks public access to new buckets unless it is told otherwise, but a template that is silent changes
 * nothing on a bucket that was opened before: the control asks that it is on at the bucket, so it has to be said.
 */
export const bucketPublicAccessBlocked: Rule = {
  id: 'bucket-public-access-blocked',
  control: 'RES-15',
  message: 'The bucket does not say that it blocks public access.',
  remediation: 'Set all four flags of PublicAccessBlockConfiguration to true.',
  types: ['AWS::S3::Bucket'],
  scope: 'resource',
  evaluate: allOf(...FLAGS.map((flag) => property(`PublicAccessBlockConfiguration.${flag}`, isTrue))),
};
