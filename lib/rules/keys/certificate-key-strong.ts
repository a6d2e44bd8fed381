import { noneOf, property } from '../check';
import type { Rule } from '../rule';

/** Not set is RSA_2048. */
export const certificateKeyStrong: Rule = {
  id: 'certificate-key-strong',
  control: 'KEY-04',
  message: 'The certificate’s key is too short.',
  remediation: 'Set KeyAlgorithm to RSA_2048 or longer, or to an elliptic curve.',
  types: ['AWS::CertificateManager::Certificate', 'AWS::ACMPCA::CertificateAuthority'],
  scope: 'resource',
  evaluate: property('KeyAlgorithm', noneOf('RSA_1024')),
};
