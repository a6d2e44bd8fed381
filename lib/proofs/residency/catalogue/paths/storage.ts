import { CT_REPLICATION } from '../sources';
import type { PathRow } from '../row';

// One path, one line.
// prettier-ignore
export const storagePaths: readonly PathRow[] = [
  ['DLM::LifecyclePolicy', 'CrossRegionCopyTargets[].TargetRegion', 'region-not-allowed', 'data', 'critical', 'replicas', 'Default policy copies snapshots/AMIs to another region', '4a268fbb8090bff9'],
  ['DLM::LifecyclePolicy', 'PolicyDetails.Actions[].CrossRegionCopy[].Target', 'region-not-allowed', 'data', 'critical', 'replicas', 'Event-based policy copies shared snapshots to another region', '4a268fbb8090bff9'],
  ['DLM::LifecyclePolicy', 'PolicyDetails.CrossRegionCopyTargets[].TargetRegion', 'region-not-allowed', 'data', 'critical', 'replicas', 'Default policy copies snapshots to another region', '4a268fbb8090bff9'],
  ['DLM::LifecyclePolicy', 'PolicyDetails.Schedules[].CrossRegionCopyRules[].CmkArn', 'arn-region-not-allowed', 'keys', 'high', 'replicas', 'Key of the copy reveals target region', '4a268fbb8090bff9'],
  ['DLM::LifecyclePolicy', 'PolicyDetails.Schedules[].CrossRegionCopyRules[].Target', 'region-not-allowed', 'data', 'critical', 'replicas', 'Scheduled snapshot copy target (region or Outpost ARN)', '4a268fbb8090bff9'],
  ['DLM::LifecyclePolicy', 'PolicyDetails.Schedules[].CrossRegionCopyRules[].TargetRegion', 'region-not-allowed', 'data', 'critical', 'replicas', 'Scheduled snapshot/AMI copy to another region', '4a268fbb8090bff9'],
  ['DLM::LifecyclePolicy', 'PolicyDetails.Schedules[].ShareRules[].TargetAccounts', 'present', 'data', 'high', 'sharing', 'Shares snapshots with other accounts', '4a268fbb8090bff9', { to: 'another account' }],
  ['EFS::FileSystem', 'FileSystemPolicy', 'policy-external-principal', 'data', 'medium', 'sharing', 'File system policy may grant external principals', '382cbaa77c85c1f5', { to: 'another account' }],
  ['EFS::FileSystem', 'ReplicationConfiguration.Destinations[].KmsKeyId', 'arn-region-not-allowed', 'keys', 'high', 'replicas', 'Key used in the destination region', '382cbaa77c85c1f5'],
  ['EFS::FileSystem', 'ReplicationConfiguration.Destinations[].Region', 'region-not-allowed', 'data', 'critical', 'replicas', 'Continuous replication of the file system to another region', '382cbaa77c85c1f5'],
  ['FSx::DataRepositoryAssociation', 'DataRepositoryPath', 'unresolvable-name', 'data', 'medium', 'buckets', 'Automatic export of Lustre files to an S3 data repository', 'ecfa3f43f4917224'],
  ['S3::AccessPoint', 'BucketAccountId', 'present', 'data', 'low', 'sharing', 'Access point attached to a bucket in another account', 'e8b95810dd8d6917', { to: 'another account' }],
  ['S3::AccessPoint', 'Policy', 'policy-external-principal', 'data', 'medium', 'sharing', 'Access point policy may grant read outside the organisation', 'e8b95810dd8d6917', { to: 'another account' }],
  ['S3::Bucket', 'AccelerateConfiguration.AccelerationStatus', 'value-in:Enabled', 'traffic', 'high', 'acceleration', 'Transfer Acceleration enters/leaves through CloudFront edge locations outside the region', '48d4aec56c00d69f', { to: 'edge locations' }],
  ['S3::Bucket', 'AnalyticsConfigurations[].StorageClassAnalysis.DataExport.Destination.BucketArn', 'unresolvable-name', 'metadata', 'low', 'buckets', 'Storage-class analysis export written to another bucket', '48d4aec56c00d69f'],
  ['S3::Bucket', 'InventoryConfigurations[].Destination.BucketArn', 'unresolvable-name', 'metadata', 'low', 'buckets', 'Inventory report (object keys) written to another bucket', '48d4aec56c00d69f'],
  ['S3::Bucket', 'ReplicationConfiguration.Rules[].Destination.Account', 'present', 'data', 'high', 'sharing', 'Replication to a bucket owned by another account', '48d4aec56c00d69f', { to: 'another account' }],
  ['S3::Bucket', 'ReplicationConfiguration.Rules[].Destination.Bucket', 'unresolvable-name', 'data', 'critical', 'replication', 'Live replication of every new object to another bucket', '48d4aec56c00d69f', { source: CT_REPLICATION }],
  ['S3::Bucket', 'ReplicationConfiguration.Rules[].Destination.EncryptionConfiguration.ReplicaKmsKeyID', 'arn-region-not-allowed', 'data', 'critical', 'replicas', 'KMS key ARN used for the replica reveals the destination region', '48d4aec56c00d69f', { source: CT_REPLICATION }],
  ['S3::Bucket', 'WebsiteConfiguration.RedirectAllRequestsTo.HostName', 'external-host', 'traffic', 'medium', 'endpoints', 'Website endpoint redirects all clients to another host', '48d4aec56c00d69f'],
  ['S3::BucketPolicy', 'PolicyDocument', 'policy-external-principal', 'data', 'high', 'sharing', 'Bucket policy may grant read to principals outside the organisation', '38ad5b8bd8062535', { to: 'another account' }],
  ['S3::MultiRegionAccessPoint', 'Regions[].Bucket', 'unresolvable-name', 'traffic', 'critical', 'buckets', 'Multi-Region Access Point routes requests to buckets in several regions', '193323be1bf2dac0'],
  ['S3::MultiRegionAccessPoint', 'Regions[].BucketAccountId', 'present', 'traffic', 'medium', 'sharing', 'MRAP member bucket owned by another account', '193323be1bf2dac0', { to: 'another account' }],
  ['S3::StorageLens', 'StorageLensConfiguration.DataExport.S3BucketDestination.Arn', 'unresolvable-name', 'metadata', 'medium', 'buckets', 'Organisation-wide storage metrics exported to a bucket', '842abc50870a3bcf'],
  ['S3::StorageLens', 'StorageLensConfiguration.Include.Regions', 'region-not-allowed', 'metadata', 'low', 'replicas', 'Storage Lens aggregates metrics from listed regions', '842abc50870a3bcf'],
  ['S3Express::DirectoryBucket', 'InventoryConfigurations[].Destination.BucketArn', 'unresolvable-name', 'metadata', 'low', 'buckets', 'Inventory report to another bucket', '3cad5b296db78744'],
  ['S3Tables::TableBucket', 'ReplicationConfiguration.Rules[].Destinations[].DestinationTableBucketARN', 'arn-region-not-allowed', 'data', 'critical', 'replicas', 'Replication of Iceberg tables to another table bucket', 'fd801079f257ef03'],
];
