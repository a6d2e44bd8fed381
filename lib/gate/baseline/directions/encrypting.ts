import { ENCRYPTION_WEAKENED } from '../../claims';
import { more, on, present, ranked, tlsVersion } from '../scales';
import { named, type Direction } from './direction';

/** Things are encrypted, at rest and under way. */
export const ENCRYPTING: readonly Direction[] = [
  {
    property: named(
      'Encrypted',
      'StorageEncrypted',
      'AtRestEncryptionEnabled',
      'TransitEncryptionEnabled',
      'KmsEncrypted',
      'SSEEnabled',
      'SqsManagedSseEnabled',
      'RequireTLS',
      'EnforceHTTPS',
      'NodeToNodeEncryptionOptions\\.Enabled',
      'EncryptionAtRestOptions\\.Enabled',
      'EncryptionInfo\\.Enabled',
      'EncryptAtRest',
      'EncryptVolumes',
      'CacheDataEncrypted',
      'EncryptionInTransit',
      'InCluster',
      'BucketKeyEnabled',
    ),
    weaker: on,
    rule: ENCRYPTION_WEAKENED,
  },
  {
    property: named(
      'BucketEncryption',
      'KmsKeyId',
      'KMSKeyId',
      'KmsKeyArn',
      'KMSKeyArn',
      'KmsKey',
      'KmsMasterKeyId',
      'KMSMasterKeyID',
      'EncryptionKeyArn',
      'EncryptionKey',
      'CustomerManagedKey',
      'SSESpecification',
      'StreamEncryption',
      'EncryptionConfiguration',
      'EncryptionConfig',
      'ServerSideEncryptionConfiguration',
      'MasterUserSecret\\.KmsKeyId',
    ),
    weaker: present,
    rule: ENCRYPTION_WEAKENED,
  },
  {
    property: named('SSEAlgorithm', 'SSEType', 'EncryptionType'),
    weaker: ranked(['NONE', 'AES256', 'KMS', 'aws:kms', 'aws:kms:dsse']),
    rule: ENCRYPTION_WEAKENED,
  },
  {
    property: named('MinimumProtocolVersion', 'SslPolicy', 'SecurityPolicy', 'TLSSecurityPolicy', 'MinimumTlsVersion'),
    weaker: tlsVersion,
    rule: ENCRYPTION_WEAKENED,
  },
  { property: /Parameters\.(?:rds\.force_ssl|require_secure_transport)$/, weaker: more(0), rule: ENCRYPTION_WEAKENED },
  {
    property: named('ViewerProtocolPolicy'),
    weaker: ranked(['allow-all', 'redirect-to-https', 'https-only']),
    rule: ENCRYPTION_WEAKENED,
  },
  {
    property: named('OriginProtocolPolicy'),
    weaker: ranked(['http-only', 'match-viewer', 'https-only']),
    rule: ENCRYPTION_WEAKENED,
  },
  {
    property: named('ClientBroker'),
    weaker: ranked(['PLAINTEXT', 'TLS_PLAINTEXT', 'TLS'], 'TLS'),
    rule: ENCRYPTION_WEAKENED,
  },
  {
    property: named('Protocol'),
    types: /Listener$|TargetGroup$/,
    weaker: ranked(['HTTP', 'HTTPS']),
    rule: ENCRYPTION_WEAKENED,
  },
];
