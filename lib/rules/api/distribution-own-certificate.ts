import { either, field, given, property } from '../check';
import type { Rule } from '../rule';

const own = either(field('AcmCertificateArn', given), field('IamCertificateId', given));

/** Not set is CloudFront’s own. */
export const distributionOwnCertificate: Rule = {
  id: 'distribution-own-certificate',
  control: 'NET-14',
  message: 'The distribution shows CloudFront’s certificate, which accepts old TLS.',
  remediation: 'Set AcmCertificateArn.',
  types: ['AWS::CloudFront::Distribution'],
  scope: 'resource',
  evaluate: property('DistributionConfig.ViewerCertificate', own),
};
