import { allOf, among, property } from '../check';
import type { Rule } from '../rule';

const encrypted = among('https-only', 'redirect-to-https');

/** The property is required. */
export const distributionViewersEncrypted: Rule = {
  id: 'distribution-viewers-encrypted',
  control: 'NET-14',
  message: 'The distribution answers without TLS.',
  remediation: 'Set ViewerProtocolPolicy to https-only or redirect-to-https in each cache behaviour.',
  types: ['AWS::CloudFront::Distribution'],
  scope: 'resource',
  evaluate: allOf(
    property('DistributionConfig.DefaultCacheBehavior.ViewerProtocolPolicy', encrypted),
    property('DistributionConfig.CacheBehaviors[].ViewerProtocolPolicy', encrypted),
  ),
};
