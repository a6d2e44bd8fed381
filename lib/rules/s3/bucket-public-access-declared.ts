import { present, property } from '../check';
import type { Rule } from '../rule';

/**
 * S3 blocks public access to new buckets unless it is told otherwise, but a template that is silent changes nothing on a
 * bucket that was opened before: the control asks that it is on at the bucket, so it has to be said.
 */
export const bucketPublicAccessDeclared: Rule = {
  id: 'bucket-public-access-declared',
  control: 'RES-15',
  severity: 'medium',
  message: 'The bucket does not say that it blocks public access.',
  remediation: 'Set all four flags of PublicAccessBlockConfiguration to true.',
  types: ['AWS::S3::Bucket'],
  scope: 'resource',
  evaluate: property('PublicAccessBlockConfiguration', present),
};
