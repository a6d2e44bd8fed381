import { present, property } from '../check';
import type { Rule } from '../rule';

/** Empty is none. */
export const streamingDistributionBucketPrivate: Rule = {
  id: 'streaming-distribution-bucket-private',
  control: 'RES-15',
  severity: 'high',
  message: 'The bucket behind the distribution has to be public.',
  remediation: 'Set S3Origin.OriginAccessIdentity.',
  types: ['AWS::CloudFront::StreamingDistribution'],
  scope: 'resource',
  evaluate: property('StreamingDistributionConfig.S3Origin.OriginAccessIdentity', present),
};
