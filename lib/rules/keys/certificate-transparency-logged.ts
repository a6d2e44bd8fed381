import { noneOf, property } from '../check';
import type { Rule } from '../rule';

/** On unless it is turned off; browsers distrust such certificates anyway. */
export const certificateTransparencyLogged: Rule = {
  id: 'certificate-transparency-logged',
  control: 'KEY-10',
  message: 'The certificate is kept out of the public logs in which a forged one would show.',
  remediation: 'Remove CertificateTransparencyLoggingPreference.',
  types: ['AWS::CertificateManager::Certificate'],
  scope: 'resource',
  evaluate: property('CertificateTransparencyLoggingPreference', noneOf('DISABLED')),
};
