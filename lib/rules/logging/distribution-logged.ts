import { present, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const distributionLogged: Rule = {
  id: 'distribution-logged',
  control: 'LOG-06',
  message: 'Nobody records who calls the distribution.',
  remediation: 'Set DistributionConfig.Logging.',
  types: ['AWS::CloudFront::Distribution'],
  scope: 'resource',
  evaluate: property('DistributionConfig.Logging.Bucket', present),
};
