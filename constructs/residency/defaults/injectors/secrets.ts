import {
  aws_backup as backup,
  aws_kms as kms,
  aws_opensearchservice as opensearch,
  aws_secretsmanager as secretsmanager,
  Duration,
} from 'aws-cdk-lib';
import { defaultsFor, type AnyClassDefaults } from './injector';

/** Secrets, keys, vaults and what searches. */
export const secretDefaults: readonly AnyClassDefaults[] = [
  defaultsFor<secretsmanager.SecretProps>(secretsmanager.Secret, (_given, { scope }, stack) => ({
    encryptionKey: stack.key(scope),
  })),
  defaultsFor<kms.KeyProps>(kms.Key, (given) =>
    // Only symmetric keys for encryption can rotate.
    given.keySpec === undefined && given.keyUsage === undefined ? { enableKeyRotation: true } : {},
  ),
  defaultsFor<backup.BackupVaultProps>(backup.BackupVault, (_given, { scope }, stack) => ({
    encryptionKey: stack.key(scope),
    lockConfiguration: { minRetention: Duration.days(7) },
  })),
  defaultsFor<opensearch.DomainProps>(opensearch.Domain, (_given, { scope }, stack) => ({
    encryptionAtRest: { enabled: true, kmsKey: stack.key(scope) },
    nodeToNodeEncryption: true,
    enforceHttps: true,
    tlsSecurityPolicy: opensearch.TLSSecurityPolicy.TLS_1_2_PFS,
  })),
];
