import { matching, property } from '../check';
import type { Rule } from '../rule';

const modern = matching('TLS 1.2 or later', /^TLSv1\.[23]_/);

/** Not set, and with CloudFront’s own certificate, TLS 1.0 is accepted. */
export const distributionTlsVersion: Rule = {
  id: 'distribution-tls-version',
  control: 'NET-14',
  message: 'The distribution accepts TLS older than 1.2.',
  remediation: 'Set ViewerCertificate with a certificate of one’s own and MinimumProtocolVersion TLSv1.2_2021.',
  types: ['AWS::CloudFront::Distribution'],
  scope: 'resource',
  evaluate: property('DistributionConfig.ViewerCertificate.MinimumProtocolVersion', modern),
};
