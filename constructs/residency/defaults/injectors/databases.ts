import { aws_docdb as docdb, aws_dynamodb as dynamodb, aws_rds as rds, Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { StackDefaults } from '../stack-defaults';
import { defaultsFor, type AnyClassDefaults } from './injector';

type Scope = Parameters<StackDefaults['key']>[0];

/** A port of its own keeps simple scans out: the engine's, and ten thousand. */
const PORTS: Readonly<Record<string, number>> = { postgres: 15432, mysql: 13306, mariadb: 13306 };

/** Logs that an engine offers to CloudWatch. */
const LOGS: Readonly<Record<string, readonly string[]>> = {
  postgres: ['postgresql', 'upgrade'],
  mysql: ['audit', 'error', 'general', 'slowquery'],
  mariadb: ['audit', 'error', 'general', 'slowquery'],
  'aurora-postgresql': ['postgresql'],
  'aurora-mysql': ['audit', 'error', 'general', 'slowquery'],
};

const BACKUP_DAYS = 35;

/** Databases and tables. */
export const databaseDefaults: readonly AnyClassDefaults[] = [
  defaultsFor<rds.DatabaseInstanceProps>(rds.DatabaseInstance, (given, { scope }, stack) => ({
    ...instance(given.engine?.engineType ?? '', scope, stack),
    ...masterUser(given.credentials, given.engine?.defaultUsername, scope, stack),
    multiAz: true,
    backupRetention: Duration.days(BACKUP_DAYS),
    deleteAutomatedBackups: false,
  })),
  defaultsFor<rds.DatabaseInstanceReadReplicaProps>(rds.DatabaseInstanceReadReplica, (given, { scope }, stack) =>
    instance(given.sourceDatabaseInstance?.engine?.engineType ?? '', scope, stack),
  ),
  defaultsFor<rds.DatabaseClusterProps>(rds.DatabaseCluster, (given, { scope }, stack) => ({
    storageEncrypted: true,
    storageEncryptionKey: stack.key(scope),
    deletionProtection: true,
    iamAuthentication: true,
    copyTagsToSnapshot: true,
    ...masterUser(given.credentials, given.engine?.defaultUsername, scope, stack),
    ...(given.backup === undefined ? { backup: { retention: Duration.days(BACKUP_DAYS) } } : {}),
    ...logExports(given.engine?.engineType ?? ''),
    monitoringInterval: Duration.seconds(60),
    removalPolicy: RemovalPolicy.RETAIN,
    port: given.engine?.engineType === 'aurora-postgresql' ? 15432 : 13306,
  })),
  defaultsFor<docdb.DatabaseClusterProps>(docdb.DatabaseCluster, (given, { scope }, stack) => ({
    storageEncrypted: true,
    kmsKey: stack.key(scope),
    deletionProtection: true,
    exportAuditLogsToCloudWatch: true,
    exportProfilerLogsToCloudWatch: true,
    port: 37017,
    ...(given.masterUser?.password === undefined
      ? { manageMasterUserPassword: true, masterUserSecretKmsKey: stack.key(scope) }
      : {}),
  })),
  defaultsFor<dynamodb.TableProps>(dynamodb.Table, (given, { scope }, stack) => ({
    ...(given.encryption === undefined || given.encryption === dynamodb.TableEncryption.CUSTOMER_MANAGED
      ? {
          encryption: dynamodb.TableEncryption.CUSTOMER_MANAGED,
          encryptionKey: given.encryptionKey ?? stack.key(scope),
        }
      : {}),
    ...recovery(given),
    deletionProtection: true,
  })),
  defaultsFor<dynamodb.TablePropsV2>(dynamodb.TableV2, (given, { scope }, stack) => ({
    encryption: dynamodb.TableEncryptionV2.customerManagedKey(stack.key(scope)),
    ...recovery(given),
    deletionProtection: true,
  })),
];

function recovery(given: { readonly pointInTimeRecovery?: boolean }) {
  return given.pointInTimeRecovery === undefined
    ? { pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true } }
    : {};
}

function instance(
  engine: string,
  scope: Scope,
  stack: StackDefaults,
): Partial<rds.DatabaseInstanceNewProps & rds.DatabaseInstanceProps> {
  const port = PORTS[engine];
  return {
    storageEncrypted: true,
    storageEncryptionKey: stack.key(scope),
    publiclyAccessible: false,
    deletionProtection: true,
    iamAuthentication: true,
    copyTagsToSnapshot: true,
    autoMinorVersionUpgrade: true,
    monitoringInterval: Duration.seconds(60),
    enablePerformanceInsights: true,
    performanceInsightEncryptionKey: stack.key(scope),
    ...(port === undefined ? {} : { port }),
    ...logExports(engine),
  };
}

function logExports(engine: string): { readonly cloudwatchLogsExports?: string[] } {
  const logs = LOGS[engine];
  return logs ? { cloudwatchLogsExports: [...logs] } : {};
}

/** RDS keeps the password of the master user, and changes it every seven days. */
function masterUser(
  given: rds.Credentials | undefined,
  name: string | undefined,
  scope: Scope,
  stack: StackDefaults,
): { readonly manageMasterUserPassword?: boolean; readonly credentials?: rds.Credentials } {
  if (given) return {};
  const credentials = rds.Credentials.fromUsername(name ?? 'admin', { encryptionKey: stack.key(scope) });
  return { manageMasterUserPassword: true, credentials };
}
