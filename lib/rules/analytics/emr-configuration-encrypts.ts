import { forSome } from '../../model';
import { all, either, fail, field, isTrue, pass, present, unknown } from '../check';
import type { Rule } from '../rule';
import { encryptionOf } from './emr-configuration';

const encrypts = all(
  field('EnableInTransitEncryption', isTrue),
  field('InTransitEncryptionConfiguration.TLSCertificateConfiguration.CertificateProviderType', present),
  field('EnableAtRestEncryption', isTrue),
  either(
    field('AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration.EncryptionKeyProviderType', present),
    field('AtRestEncryptionConfiguration.S3EncryptionConfiguration.EncryptionMode', present),
  ),
);

/** Both are required where EncryptionConfiguration is given, and neither does anything without its settings. */
export const emrConfigurationEncrypts: Rule = {
  id: 'emr-configuration-encrypts',
  control: 'NET-14',
  message: 'The security configuration leaves traffic or disks unencrypted.',
  remediation: 'Set EnableInTransitEncryption and EnableAtRestEncryption to true, and say how below them.',
  types: ['AWS::EMR::SecurityConfiguration'],
  scope: 'resource',
  evaluate: (resource) => {
    const found = { path: 'SecurityConfiguration', value: resource.properties['SecurityConfiguration'] };
    const holds = forSome(encryptionOf(resource), (value) => encrypts.test(value));
    if (holds === true) return pass(found, encrypts.expected);
    if (holds === false) return fail(found, encrypts.expected);
    return { ...unknown(found, encrypts.expected), because: 'what the configuration says is not known' };
  },
};
