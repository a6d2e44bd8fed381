import { staysHome, type RegionPaths } from './region-paths';
import type { Rule } from '../rule';

const PATHS: Readonly<Record<string, RegionPaths>> = {
  'AWS::AmazonMQ::Broker': { arn: ['DataReplicationPrimaryBrokerArn'] },
  'AWS::Cassandra::Keyspace': { region: ['ReplicationSpecification.RegionList'] },
  'AWS::Cassandra::Table': { region: ['ReplicaSpecifications[].Region'] },
  'AWS::DLM::LifecyclePolicy': {
    region: [
      'PolicyDetails.Schedules[].CrossRegionCopyRules[].TargetRegion',
      'PolicyDetails.Schedules[].CrossRegionCopyRules[].Target',
      'PolicyDetails.Actions[].CrossRegionCopy[].Target',
      'PolicyDetails.CrossRegionCopyTargets[].TargetRegion',
      'CrossRegionCopyTargets[].TargetRegion',
    ],
    arn: ['PolicyDetails.Schedules[].CrossRegionCopyRules[].CmkArn'],
  },
  'AWS::DMS::Endpoint': { arn: ['KinesisSettings.StreamArn'] },
  'AWS::DMS::ReplicationConfig': { arn: ['TargetEndpointArn'] },
  'AWS::DMS::ReplicationTask': { arn: ['TargetEndpointArn'] },
  'AWS::DSQL::Cluster': { region: ['MultiRegionProperties.WitnessRegion'], arn: ['MultiRegionProperties.Clusters'] },
  'AWS::DocDB::GlobalCluster': { arn: ['SourceDBClusterIdentifier'] },
  'AWS::DynamoDB::GlobalTable': {
    region: ['Replicas[].Region', 'GlobalTableWitnesses[].Region'],
    arn: ['GlobalTableSourceArn', 'Replicas[].SSESpecification.KMSMasterKeyId'],
  },
  'AWS::DynamoDB::Table': { arn: ['KinesisStreamSpecification.StreamArn'] },
  'AWS::EFS::FileSystem': {
    region: ['ReplicationConfiguration.Destinations[].Region'],
    arn: ['ReplicationConfiguration.Destinations[].KmsKeyId'],
  },
  'AWS::ElastiCache::GlobalReplicationGroup': {
    region: ['Members[].ReplicationGroupRegion', 'RegionalConfigurations[].ReplicationGroupRegion'],
  },
  'AWS::MSK::Replicator': {
    arn: ['ReplicationInfoList[].TargetKafkaClusterArn', 'ReplicationInfoList[].SourceKafkaClusterArn'],
  },
  'AWS::Neptune::DBCluster': { arn: ['SourceDBClusterIdentifier'] },
  'AWS::ODB::OdbNetwork': { region: ['CrossRegionS3RestoreSources'] },
  'AWS::RDS::DBCluster': {
    region: ['SourceRegion'],
    arn: ['ReplicationSourceIdentifier', 'SourceDBClusterIdentifier'],
  },
  'AWS::RDS::DBInstance': {
    region: ['AutomaticBackupReplicationRegion', 'SourceRegion'],
    arn: ['AutomaticBackupReplicationKmsKeyId', 'SourceDBInstanceIdentifier', 'SourceDBInstanceAutomatedBackupsArn'],
  },
  'AWS::RDS::GlobalCluster': { arn: ['SourceDBClusterIdentifier'] },
  'AWS::RDS::Integration': { arn: ['TargetArn', 'SourceArn'] },
  'AWS::Redshift::Cluster': { region: ['DestinationRegion'] },
  'AWS::Redshift::Integration': { arn: ['TargetArn'] },
  'AWS::RedshiftServerless::Namespace': {
    region: ['SnapshotCopyConfigurations[].DestinationRegion'],
    arn: ['SnapshotCopyConfigurations[].DestinationKmsKeyId'],
  },
  'AWS::S3::Bucket': { arn: ['ReplicationConfiguration.Rules[].Destination.EncryptionConfiguration.ReplicaKmsKeyID'] },
  'AWS::S3::StorageLens': { region: ['StorageLensConfiguration.Include.Regions'] },
  'AWS::S3Tables::TableBucket': { arn: ['ReplicationConfiguration.Rules[].Destinations[].DestinationTableBucketARN'] },
};

/**
 * Replicas, global tables and clusters, copied snapshots and logs of databases, by the region or key that they
 * name. What leads to a bucket without a region in its name is judged by the rule on replication.
 */
export const dataStaysHome: Rule = {
  id: 'data-stays-home',
  control: 'RES-03',
  message: 'Data is copied to another region.',
  remediation: 'Remove the replication, or declare it as a transfer and name a region of the profile.',
  types: Object.keys(PATHS),
  scope: 'resource',
  evaluate: staysHome(PATHS),
};
