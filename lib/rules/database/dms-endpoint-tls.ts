import { allOf, among, orAbsent, present, property, when } from '../check';
import type { Rule } from '../rule';

/** Engines whose encryption SslMode decides. */
const BY_MODE = [
  'mysql',
  'mariadb',
  'aurora',
  'postgres',
  'aurora-postgresql',
  'oracle',
  'sqlserver',
  'db2',
  'db2-zos',
  'sybase',
  'mongodb',
  'docdb',
];

/** Where a data provider says it, by its engine. */
const PROVIDERS = [
  'DocDbSettings',
  'IbmDb2LuwSettings',
  'IbmDb2zOsSettings',
  'MariaDbSettings',
  'MicrosoftSqlServerSettings',
  'MongoDbSettings',
  'MySqlSettings',
  'OracleSettings',
  'PostgreSqlSettings',
  'SybaseAseSettings',
].map((name) => `Settings.${name}`);

const encrypted = among('require', 'verify-ca', 'verify-full');

/**
 * No encryption unless it is asked for. Endpoints that are no databases reached by a connection of their own are not
 * judged.
 */
export const dmsEndpointTls: Rule = {
  id: 'dms-endpoint-tls',
  control: 'NET-14',
  message: 'The migration reads or writes the database without TLS.',
  remediation: 'Set SslMode to require, verify-ca or verify-full.',
  types: ['AWS::DMS::Endpoint', 'AWS::DMS::DataProvider'],
  scope: 'resource',
  evaluate: allOf(
    property('SslMode', encrypted, when('EngineName', among(...BY_MODE))),
    property(
      'RedisSettings.SslSecurityProtocol',
      orAbsent(among('ssl-encryption')),
      when('EngineName', among('redis')),
    ),
    property(
      'KafkaSettings.SecurityProtocol',
      among('ssl-encryption', 'ssl-authentication', 'sasl-ssl'),
      when('EngineName', among('kafka')),
    ),
    ...PROVIDERS.map((settings) => property(`${settings}.SslMode`, encrypted, when(settings, present))),
  ),
};
