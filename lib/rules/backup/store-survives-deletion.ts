import { among, judge, NOT_APPLICABLE, orAbsent } from '../check';
import type { Rule } from '../rule';

/** Types of which CloudFormation takes a snapshot by itself. */
const SNAPSHOTS: ReadonlySet<string> = new Set([
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::DocDB::DBCluster',
  'AWS::Neptune::DBCluster',
]);

const retained = among('Retain', 'RetainExceptOnCreate', 'Snapshot');

const kept = orAbsent(retained);

/**
 * CloudFormation deletes unless it is told otherwise, except database clusters and instances outside a cluster,
 * which it snapshots.
 */
export const storeSurvivesDeletion: Rule = {
  id: 'store-survives-deletion',
  control: 'BKP-05',
  severity: 'medium',
  message: 'Deleting the stack, or taking the resource out of it, deletes the data.',
  remediation: 'Set DeletionPolicy to Retain, or to Snapshot where the service has snapshots.',
  types: [
    'AWS::RDS::DBInstance',
    'AWS::RDS::DBCluster',
    'AWS::DocDB::DBCluster',
    'AWS::Neptune::DBCluster',
    'AWS::Redshift::Cluster',
    'AWS::EFS::FileSystem',
    'AWS::DynamoDB::Table',
    'AWS::S3::Bucket',
    'AWS::KMS::Key',
    'AWS::Backup::BackupVault',
    'AWS::Cognito::UserPool',
    'AWS::DynamoDB::GlobalTable',
    'AWS::EC2::Volume',
    'AWS::Elasticsearch::Domain',
    'AWS::FSx::FileSystem',
    'AWS::MemoryDB::Cluster',
    'AWS::OpenSearchService::Domain',
    'AWS::Timestream::Table',
  ],
  scope: 'resource',
  evaluate: (resource) => {
    const { deletionPolicy, type } = resource;
    const found = { path: '', value: deletionPolicy };
    const expectation = SNAPSHOTS.has(type) ? kept : retained;
    const [result] = judge([found], expectation);
    return result ? { ...result, property: 'DeletionPolicy' } : NOT_APPLICABLE;
  },
};
