import { present, property } from '../check';
import type { Rule } from '../rule';

/** None unless it is named. */
export const distributionHasWebAcl: Rule = {
  id: 'distribution-has-web-acl',
  control: 'NET-13',
  message: 'Requests reach the origins unfiltered.',
  remediation: 'Set WebACLId.',
  types: ['AWS::CloudFront::Distribution'],
  scope: 'resource',
  evaluate: property('DistributionConfig.WebACLId', present),
};
