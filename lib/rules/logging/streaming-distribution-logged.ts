import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const streamingDistributionLogged: Rule = {
  id: 'streaming-distribution-logged',
  control: 'LOG-06',
  message: 'Nobody records who calls the distribution.',
  remediation: 'Set StreamingDistributionConfig.Logging.',
  types: ['AWS::CloudFront::StreamingDistribution'],
  scope: 'resource',
  evaluate: property('StreamingDistributionConfig.Logging.Enabled', isTrue),
};
