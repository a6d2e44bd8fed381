export { BACKUP_TIER_TAG, type BackupTierProps } from './backup-tier';
export { DatasetBucket, type DatasetBucketProps } from './dataset-bucket';
export { PostgresDatabase, type PostgresDatabaseProps } from './postgres-database';
export { PrivateFunction, type PrivateFunctionProps } from './private-function';
export { RecordTable, type RecordTableProps } from './record-table';
export { WebService, type WebServiceProps } from './web-service';
export { WorkQueue, type WorkQueueProps } from './work-queue';
