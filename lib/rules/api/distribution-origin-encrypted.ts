import { absent, allOf, among, either, field, isNot, orAbsent, property, some } from '../check';
import type { Rule } from '../rule';

/** match-viewer follows what the viewer used. Buckets are reached with TLS always. */
export const distributionOriginEncrypted: Rule = {
  id: 'distribution-origin-encrypted',
  control: 'NET-14',
  message: 'The distribution talks to an origin without modern TLS.',
  remediation: 'Set OriginProtocolPolicy to https-only and OriginSSLProtocols to TLSv1.2.',
  types: ['AWS::CloudFront::Distribution'],
  scope: 'resource',
  evaluate: allOf(
    property(
      'DistributionConfig.Origins[].CustomOriginConfig',
      either(absent, field('OriginProtocolPolicy', among('https-only'))),
    ),
    property(
      'DistributionConfig.Origins[].CustomOriginConfig.OriginSSLProtocols',
      orAbsent(isNot('TLS 1.2', some(among('SSLv3', 'TLSv1', 'TLSv1.1')))),
    ),
  ),
};
