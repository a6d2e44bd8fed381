import { DescribeKeyCommand, GetKeyPolicyCommand, GetKeyRotationStatusCommand, KMSClient } from '@aws-sdk/client-kms';
import { isSamePolicy } from '../compare/canonical';
import { documentOf } from '../json';
import { Gone, orGone, unlessUnset, type Reader } from '../reader';

/** Keys: that they are there and in use, rotate, and whom their policy lets in. */
export const KEY: Reader = {
  type: 'AWS::KMS::Key',
  facets: [
    {
      properties: ['Enabled', 'MultiRegion', 'KeySpec', 'KeyUsage', 'Origin'],
      unsaid: { Enabled: true, KeySpec: 'SYMMETRIC_DEFAULT', KeyUsage: 'ENCRYPT_DECRYPT', Origin: 'AWS_KMS' },
      read: ({ physicalId }, access) =>
        orGone(
          access
            .client(KMSClient)
            .send(new DescribeKeyCommand({ KeyId: physicalId }))
            .then(({ KeyMetadata: key }) => {
              if (!key || key.DeletionDate) return new Gone('its deletion is scheduled');
              const { Enabled = false, MultiRegion = false, KeySpec = null, KeyUsage = null, Origin = null } = key;
              return { Enabled, MultiRegion, KeySpec, KeyUsage, Origin };
            }),
        ),
    },
    {
      properties: ['EnableKeyRotation', 'RotationPeriodInDays'],
      unsaid: { RotationPeriodInDays: 365 },
      read: ({ physicalId, designed }, access) =>
        orGone(
          unlessUnset(
            access.client(KMSClient).send(new GetKeyRotationStatusCommand({ KeyId: physicalId })),
            // What keys say that never rotate: asymmetric ones, and those for HMAC.
            'UnsupportedOperationException',
          ).then((status) => {
            const rotates = status?.KeyRotationEnabled ?? false;
            const days = rotates ? status?.RotationPeriodInDays : designed('RotationPeriodInDays');
            return { EnableKeyRotation: rotates, RotationPeriodInDays: days ?? null };
          }),
        ),
    },
    {
      properties: ['KeyPolicy'],
      isSame: isSamePolicy,
      read: ({ physicalId }, access) =>
        orGone(
          access
            .client(KMSClient)
            .send(new GetKeyPolicyCommand({ KeyId: physicalId, PolicyName: 'default' }))
            .then(({ Policy }) => ({ KeyPolicy: documentOf(Policy) })),
        ),
    },
  ],
};
