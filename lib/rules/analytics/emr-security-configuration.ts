import { all, field, isTrue, present } from '../check';
import type { Rule } from '../rule';
import { configured } from './emr-configuration';

const traffic = all(
  field('EnableInTransitEncryption', isTrue),
  field('InTransitEncryptionConfiguration.TLSCertificateConfiguration.CertificateProviderType', present),
);

/** Without a security configuration nothing is encrypted; one of another unit is unknown. */
export const emrSecurityConfiguration: Rule = {
  id: 'emr-security-configuration',
  control: 'NET-14',
  message: 'The cluster’s nodes talk without TLS.',
  remediation: 'Name a SecurityConfiguration with InTransitEncryptionConfiguration and its certificates.',
  types: ['AWS::EMR::Cluster'],
  scope: 'resource',
  evaluate: configured(traffic),
};
