import type { Rule } from '../rule';
import { auroraMysqlBacktrack } from './aurora-mysql-backtrack';
import { databaseBackupAWeek } from './database-backup-a-week';
import { databaseCustomerKey } from './database-customer-key';
import { databaseInSubnetGroup } from './database-in-subnet-group';
import { databasePortNotDefault } from './database-port-not-default';
import { daxEncrypted } from './dax-encrypted';
import { daxTls } from './dax-tls';
import { dmsEndpointTls } from './dms-endpoint-tls';
import { dmsReplicationInstanceNotPublic } from './dms-replication-instance-not-public';
import { docdbLogsExported } from './docdb-logs-exported';
import { docdbStorageEncrypted } from './docdb-storage-encrypted';
import { docdbTlsRequired } from './docdb-tls-required';
import { dynamodbCustomerKey } from './dynamodb-customer-key';
import { dynamodbDeletionProtected } from './dynamodb-deletion-protected';
import { dynamodbGlobalDeletionProtected } from './dynamodb-global-deletion-protected';
import { dynamodbGlobalKeyNamed } from './dynamodb-global-key-named';
import { dynamodbGlobalPointInTimeRecovery } from './dynamodb-global-point-in-time-recovery';
import { dynamodbKeyNamed } from './dynamodb-key-named';
import { dynamodbPointInTimeRecovery } from './dynamodb-point-in-time-recovery';
import { elasticacheAuthenticated } from './elasticache-authenticated';
import { elasticacheBackups } from './elasticache-backups';
import { elasticacheEncrypted } from './elasticache-encrypted';
import { elasticacheInSubnetGroup } from './elasticache-in-subnet-group';
import { elasticacheMemcachedTls } from './elasticache-memcached-tls';
import { elasticacheMultiAz } from './elasticache-multi-az';
import { elasticacheTls } from './elasticache-tls';
import { elasticacheTlsRequired } from './elasticache-tls-required';
import { globalClusterEncrypted } from './global-cluster-encrypted';
import { graphNotPublic } from './graph-not-public';
import { memorydbAuthenticated } from './memorydb-authenticated';
import { memorydbTls } from './memorydb-tls';
import { neptuneIamAuthentication } from './neptune-iam-authentication';
import { neptuneLogsExported } from './neptune-logs-exported';
import { neptuneStorageEncrypted } from './neptune-storage-encrypted';
import { performanceInsightsKey } from './performance-insights-key';
import { rdsBackupRetained } from './rds-backup-retained';
import { rdsDeletionProtected } from './rds-deletion-protected';
import { rdsEnhancedMonitoring } from './rds-enhanced-monitoring';
import { rdsIamAuthentication } from './rds-iam-authentication';
import { rdsLogsExported } from './rds-logs-exported';
import { rdsMinorUpgrades } from './rds-minor-upgrades';
import { rdsMultiAz } from './rds-multi-az';
import { rdsNotPublic } from './rds-not-public';
import { rdsProxyTls } from './rds-proxy-tls';
import { rdsPublicAccessDeclared } from './rds-public-access-declared';
import { rdsStorageEncrypted } from './rds-storage-encrypted';
import { rdsTlsRequired } from './rds-tls-required';
import { redshiftClusterActivityLogged } from './redshift-cluster-activity-logged';
import { redshiftClusterTlsRequired } from './redshift-cluster-tls-required';
import { redshiftCustomerKey } from './redshift-customer-key';
import { redshiftEncrypted } from './redshift-encrypted';
import { redshiftEnhancedRouting } from './redshift-enhanced-routing';
import { redshiftInSubnetGroup } from './redshift-in-subnet-group';
import { redshiftLogged } from './redshift-logged';
import { redshiftNotPublic } from './redshift-not-public';
import { redshiftPublicAccessDeclared } from './redshift-public-access-declared';
import { redshiftSnapshots } from './redshift-snapshots';
import { redshiftTlsRequired } from './redshift-tls-required';
import { redshiftUpgrades } from './redshift-upgrades';

/** Rules of the family database. */
export const databaseRules: readonly Rule[] = [
  auroraMysqlBacktrack,
  databaseBackupAWeek,
  databaseCustomerKey,
  databaseInSubnetGroup,
  databasePortNotDefault,
  daxEncrypted,
  daxTls,
  dmsEndpointTls,
  dmsReplicationInstanceNotPublic,
  docdbLogsExported,
  docdbStorageEncrypted,
  docdbTlsRequired,
  dynamodbCustomerKey,
  dynamodbDeletionProtected,
  dynamodbGlobalDeletionProtected,
  dynamodbGlobalKeyNamed,
  dynamodbGlobalPointInTimeRecovery,
  dynamodbKeyNamed,
  dynamodbPointInTimeRecovery,
  elasticacheAuthenticated,
  elasticacheBackups,
  elasticacheEncrypted,
  elasticacheInSubnetGroup,
  elasticacheMemcachedTls,
  elasticacheMultiAz,
  elasticacheTls,
  elasticacheTlsRequired,
  globalClusterEncrypted,
  graphNotPublic,
  memorydbAuthenticated,
  memorydbTls,
  neptuneIamAuthentication,
  neptuneLogsExported,
  neptuneStorageEncrypted,
  performanceInsightsKey,
  rdsBackupRetained,
  rdsDeletionProtected,
  rdsEnhancedMonitoring,
  rdsIamAuthentication,
  rdsLogsExported,
  rdsMinorUpgrades,
  rdsMultiAz,
  rdsNotPublic,
  rdsProxyTls,
  rdsPublicAccessDeclared,
  rdsStorageEncrypted,
  rdsTlsRequired,
  redshiftClusterActivityLogged,
  redshiftClusterTlsRequired,
  redshiftCustomerKey,
  redshiftEncrypted,
  redshiftEnhancedRouting,
  redshiftInSubnetGroup,
  redshiftLogged,
  redshiftNotPublic,
  redshiftPublicAccessDeclared,
  redshiftSnapshots,
  redshiftTlsRequired,
  redshiftUpgrades,
];
