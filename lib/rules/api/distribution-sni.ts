import { among, property } from '../check';
import type { Rule } from '../rule';

/** Old clients that know no SNI know no modern TLS either. */
export const distributionSni: Rule = {
  id: 'distribution-sni',
  control: 'NET-14',
  severity: 'low',
  message: 'The distribution does not choose its certificate by name (SNI).',
  remediation: 'Set SslSupportMethod to sni-only.',
  types: ['AWS::CloudFront::Distribution'],
  scope: 'resource',
  evaluate: property('DistributionConfig.ViewerCertificate.SslSupportMethod', among('sni-only')),
};
