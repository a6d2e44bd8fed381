import type { PathRow } from '../row';

// One path, one line.
// prettier-ignore
export const keysPaths: readonly PathRow[] = [
  ['KMS::Key', 'KeyPolicy', 'policy-external-principal', 'keys', 'high', 'sharing', 'Key policy may grant use to external accounts', '2b447c471bc70388', { to: 'another account' }],
  ['KMS::Key', 'MultiRegion', 'true', 'keys', 'critical', 'keys', 'Multi-Region key: key material can be replicated to other regions', '2b447c471bc70388', { to: 'other regions' }],
  ['KMS::ReplicaKey', 'PrimaryKeyArn', 'arn-region-not-allowed', 'keys', 'critical', 'keys', 'Replica of a multi-Region key: shared key material across regions', '903f43e74c8d8853', { to: 'other regions' }],
  ['PaymentCryptography::Key', 'ReplicationRegions', 'region-not-allowed', 'keys', 'critical', 'secrets', 'Payment key material replicated to other regions', 'af26a71fe21eb480'],
  ['SecretsManager::ResourcePolicy', 'ResourcePolicy', 'policy-external-principal', 'data', 'high', 'sharing', 'Secret policy may grant external principals', 'cb5d330bf15d9d5a', { to: 'another account' }],
  ['SecretsManager::Secret', 'ReplicaRegions[].KmsKeyId', 'arn-region-not-allowed', 'keys', 'high', 'secrets', 'Key in the replica region', 'c85175a4ebcce361'],
  ['SecretsManager::Secret', 'ReplicaRegions[].Region', 'region-not-allowed', 'data', 'critical', 'secrets', 'Secret value replicated to another region', 'c85175a4ebcce361'],
];
