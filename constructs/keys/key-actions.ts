/** What administrators do: everything about a key except using, disabling and destroying it. */
export const ADMINISTRATION = [
  'kms:CancelKeyDeletion',
  'kms:CreateAlias',
  'kms:DeleteAlias',
  'kms:DescribeKey',
  'kms:EnableKey',
  'kms:EnableKeyRotation',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:ListGrants',
  'kms:ListKeyPolicies',
  'kms:ListKeyRotations',
  'kms:ListResourceTags',
  'kms:PutKeyPolicy',
  'kms:RevokeGrant',
  'kms:RotateKeyOnDemand',
  'kms:TagResource',
  'kms:UntagResource',
  'kms:UpdateAlias',
  'kms:UpdateKeyDescription',
];

/** What makes data unreadable, at once or later. */
export const DESTRUCTION = [
  'kms:DeleteImportedKeyMaterial',
  'kms:DisableKey',
  'kms:DisableKeyRotation',
  'kms:ScheduleKeyDeletion',
];

/** What undoes a destruction, for the role that may order one. */
export const RECOVERY = ['kms:CancelKeyDeletion', 'kms:DescribeKey', 'kms:EnableKey'];

/** What auditors read: settings, never data. */
export const AUDIT = [
  'kms:DescribeKey',
  'kms:GetKeyPolicy',
  'kms:GetKeyRotationStatus',
  'kms:ListGrants',
  'kms:ListKeyPolicies',
  'kms:ListKeyRotations',
  'kms:ListResourceTags',
];

/** Cryptography with a symmetric key. */
export const USE = ['kms:Decrypt', 'kms:DescribeKey', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'];

/** Everything by which data could be read or written with the key, for the refusal of administrators. */
export const CRYPTOGRAPHY = [
  'kms:CreateGrant',
  'kms:Decrypt',
  'kms:DeriveSharedSecret',
  'kms:Encrypt',
  'kms:GenerateDataKey*',
  'kms:GenerateMac',
  'kms:ReEncrypt*',
  'kms:Sign',
];

export const GRANTS = ['kms:CreateGrant', 'kms:ListGrants', 'kms:RevokeGrant'];

/** Signing, and verifying with the half of the key that need not be secret. */
export const SIGNING_USE = ['kms:DescribeKey', 'kms:GetPublicKey', 'kms:Sign', 'kms:Verify'];

/** Making and verifying codes of messages. */
export const MAC_USE = ['kms:DescribeKey', 'kms:GenerateMac', 'kms:VerifyMac'];

/** Bringing key material that was made elsewhere: it uses nothing. */
export const IMPORT = ['kms:GetParametersForImport', 'kms:ImportKeyMaterial'];
