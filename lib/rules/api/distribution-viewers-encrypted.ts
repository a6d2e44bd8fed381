import { absent, allOf, among, either, field, property } from '../check';
import type { Rule } from '../rule';

const encrypted = among('https-only', 'redirect-to-https');

/** The property is required in each behaviour. Without a default behaviour CloudFront refuses the distribution. */
export const distributionViewersEncrypted: Rule = {
  id: 'distribution-viewers-encrypted',
  control: 'NET-14',
  message: 'The distribution answers without TLS.',
  remediation: 'Set ViewerProtocolPolicy to https-only or redirect-to-https in each cache behaviour.',
  types: ['AWS::CloudFront::Distribution'],
  scope: 'resource',
  evaluate: allOf(
    property('DistributionConfig.DefaultCacheBehavior', either(absent, field('ViewerProtocolPolicy', encrypted))),
    property('DistributionConfig.CacheBehaviors[].ViewerProtocolPolicy', encrypted),
  ),
};
