import { absent, among, either, field, property } from '../check';
import type { Rule } from '../rule';

/** match-viewer follows what the viewer used. Buckets are reached with TLS always. */
export const distributionOriginEncrypted: Rule = {
  id: 'distribution-origin-encrypted',
  control: 'NET-14',
  message: 'The distribution may talk to an origin without TLS.',
  remediation: 'Set OriginProtocolPolicy to https-only.',
  types: ['AWS::CloudFront::Distribution'],
  scope: 'resource',
  evaluate: property(
    'DistributionConfig.Origins[].CustomOriginConfig',
    either(absent, field('OriginProtocolPolicy', among('https-only'))),
  ),
};
