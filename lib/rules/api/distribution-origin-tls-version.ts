import { absent, all, among, either, field, filled, isNot, property, some } from '../check';
import type { Rule } from '../rule';

const outdated = some(among('SSLv3', 'TLSv1', 'TLSv1.1'));

const modern = either(
  absent,
  field('OriginProtocolPolicy', among('http-only')),
  field('OriginSSLProtocols', all(filled, isNot('none before TLSv1.2', outdated))),
);

/**
 * Not set is SSLv3 and TLSv1. An origin that is reached over HTTP only is judged by another rule; buckets are reached
 * with modern TLS always.
 */
export const distributionOriginTlsVersion: Rule = {
  id: 'distribution-origin-tls-version',
  control: 'NET-14',
  message: 'The distribution talks to an origin with an outdated version of TLS.',
  remediation: 'Set OriginSSLProtocols to TLSv1.2.',
  types: ['AWS::CloudFront::Distribution'],
  scope: 'resource',
  evaluate: property('DistributionConfig.Origins[].CustomOriginConfig', modern),
};
