/**
 * How a setting is judged. `region`: must name an allowed region; `arn`: its region field must; `bucket`: must be a
 * bucket known to stand in an allowed region; `zone`: must be an availability zone of an allowed region; `present`: must
 * be absent; `true`: must not be true; `enabled`: must not be Enabled; `edge`: must be given, and not be EDGE.
 */
export type EgressCheck = 'region' | 'arn' | 'bucket' | 'zone' | 'present' | 'true' | 'enabled' | 'edge';

/** A setting by which data, keys or traffic can leave a region though it is made inside it. */
export interface EgressSetting {
  readonly type: string;
  /** Path below `Properties`, `[]` for every element of a list; empty for the resource itself. */
  readonly path: string;
  readonly check: EgressCheck;
  readonly control: string;
}

const setting =
  (control: string) =>
  (type: string, path: string, check: EgressCheck): EgressSetting => ({ type: `AWS::${type}`, path, check, control });

const replication = setting('RES-03');
const keys = setting('RES-04');
const secrets = setting('RES-05');
const backups = setting('RES-06');
const images = setting('RES-07');
const logs = setting('RES-08');
const edge = setting('RES-09');
const network = setting('RES-11');
const zones = setting('RES-12');

/**
 * The settings that the boundary refuses: those that move data as soon as they are deployed, of types that the region
 * publishes. Paths were checked against the provider schemas of cfn-lint 1.51.0.
 */
export const EGRESS_SETTINGS: readonly EgressSetting[] = [
  replication('S3::Bucket', 'ReplicationConfiguration.Rules[].Destination.Bucket', 'bucket'),
  replication(
    'S3::Bucket',
    'ReplicationConfiguration.Rules[].Destination.EncryptionConfiguration.ReplicaKmsKeyID',
    'arn',
  ),
  replication(
    'S3Tables::TableBucket',
    'ReplicationConfiguration.Rules[].Destinations[].DestinationTableBucketARN',
    'bucket',
  ),
  replication('EFS::FileSystem', 'ReplicationConfiguration.Destinations[].Region', 'region'),
  replication('RDS::GlobalCluster', '', 'present'),
  replication('RDS::DBCluster', 'GlobalClusterIdentifier', 'present'),
  replication('RDS::DBCluster', 'ReplicationSourceIdentifier', 'arn'),
  replication('RDS::DBCluster', 'SourceRegion', 'region'),
  replication('RDS::DBInstance', 'SourceRegion', 'region'),
  replication('RDS::DBInstance', 'SourceDBInstanceIdentifier', 'arn'),
  replication('DocDB::GlobalCluster', '', 'present'),
  replication('DocDB::DBCluster', 'GlobalClusterIdentifier', 'present'),
  replication('DynamoDB::GlobalTable', 'Replicas[].Region', 'region'),
  replication('DynamoDB::GlobalTable', 'GlobalTableWitnesses[].Region', 'region'),
  replication('DynamoDB::GlobalTable', 'GlobalTableSourceArn', 'arn'),
  replication('DSQL::Cluster', 'MultiRegionProperties.WitnessRegion', 'region'),
  replication('DSQL::Cluster', 'MultiRegionProperties.Clusters[]', 'arn'),
  replication('Cassandra::Keyspace', 'ReplicationSpecification.RegionList[]', 'region'),
  replication('Cassandra::Table', 'ReplicaSpecifications[].Region', 'region'),
  replication('ElastiCache::GlobalReplicationGroup', '', 'present'),
  replication('ElastiCache::ReplicationGroup', 'GlobalReplicationGroupId', 'present'),
  replication('MemoryDB::MultiRegionCluster', '', 'present'),
  replication('MemoryDB::Cluster', 'MultiRegionClusterName', 'present'),
  replication('AmazonMQ::Broker', 'DataReplicationPrimaryBrokerArn', 'arn'),
  replication('Events::Endpoint', 'RoutingConfig.FailoverConfig.Secondary.Route', 'region'),
  keys('KMS::Key', 'MultiRegion', 'true'),
  keys('KMS::ReplicaKey', '', 'present'),
  secrets('SecretsManager::Secret', 'ReplicaRegions[].Region', 'region'),
  backups('Backup::BackupPlan', 'BackupPlan.BackupPlanRule[].CopyActions[].DestinationBackupVaultArn', 'arn'),
  backups('RDS::DBInstance', 'AutomaticBackupReplicationRegion', 'region'),
  backups('Redshift::Cluster', 'DestinationRegion', 'region'),
  backups('RedshiftServerless::Namespace', 'SnapshotCopyConfigurations[].DestinationRegion', 'region'),
  backups('DLM::LifecyclePolicy', 'PolicyDetails.Schedules[].CrossRegionCopyRules[].TargetRegion', 'region'),
  backups('DLM::LifecyclePolicy', 'PolicyDetails.Schedules[].CrossRegionCopyRules[].Target', 'region'),
  backups('DLM::LifecyclePolicy', 'PolicyDetails.Actions[].CrossRegionCopy[].Target', 'region'),
  backups('DLM::LifecyclePolicy', 'PolicyDetails.CrossRegionCopyTargets[].TargetRegion', 'region'),
  backups('DLM::LifecyclePolicy', 'CrossRegionCopyTargets[].TargetRegion', 'region'),
  images('ECR::ReplicationConfiguration', 'ReplicationConfiguration.Rules[].Destinations[].Region', 'region'),
  images('ECR::PublicRepository', '', 'present'),
  images('ImageBuilder::DistributionConfiguration', 'Distributions[].Region', 'region'),
  logs('SSM::ResourceDataSync', 'BucketRegion', 'region'),
  logs('SSM::ResourceDataSync', 'S3Destination.BucketRegion', 'region'),
  edge('S3::Bucket', 'AccelerateConfiguration.AccelerationStatus', 'enabled'),
  edge('S3::MultiRegionAccessPoint', '', 'present'),
  edge('CloudFront::Distribution', '', 'present'),
  edge('GlobalAccelerator::Accelerator', '', 'present'),
  edge('GlobalAccelerator::EndpointGroup', 'EndpointGroupRegion', 'region'),
  edge('ApiGateway::RestApi', 'EndpointConfiguration.Types[]', 'edge'),
  network('EC2::TransitGatewayPeeringAttachment', 'PeerRegion', 'region'),
  network('EC2::VPCPeeringConnection', 'PeerRegion', 'region'),
  network('EC2::VPCEndpoint', 'ServiceRegion', 'region'),
  network('EC2::VPCEndpointService', 'SupportedRegions[]', 'region'),
  zones('EC2::Subnet', 'AvailabilityZone', 'zone'),
];
