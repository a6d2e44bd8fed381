import { absent, among, property, when } from '../check';
import type { Rule } from '../rule';

/**
 * CloudFormation asks by mail unless it is told otherwise. A certificate of a private authority needs no
 * validation.
 */
export const certificateValidatedByDns: Rule = {
  id: 'certificate-validated-by-dns',
  control: 'KEY-10',
  message: 'The certificate does not renew itself: somebody has to answer a mail.',
  remediation: 'Set ValidationMethod to DNS.',
  types: ['AWS::CertificateManager::Certificate'],
  scope: 'resource',
  evaluate: property('ValidationMethod', among('DNS', 'HTTP'), when('CertificateAuthorityArn', absent)),
};
