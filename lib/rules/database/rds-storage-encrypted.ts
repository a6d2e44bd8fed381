import { forAll, type Trilean } from '../../model';
import type { Resource } from '../../template';
import { absent, isTrue, property } from '../check';
import type { Rule } from '../rule';

/**
 * RDS encrypts only when it is asked to. An instance that joins a cluster, or is made from a replica source or
 * snapshot, takes encryption from there.
 */
export const rdsStorageEncrypted: Rule = {
  id: 'rds-storage-encrypted',
  control: 'KEY-01',
  message: 'The database does not encrypt its storage.',
  remediation: 'Set StorageEncrypted to true, with a customer-managed key in KmsKeyId.',
  types: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  scope: 'resource',
  evaluate: property('StorageEncrypted', isTrue, ownStorage),
};

/** Encryption of a member of a cluster, and of what is restored or replicated, is decided by its source. */
function ownStorage({ properties }: Resource): Trilean {
  const sources = [
    'DBClusterIdentifier',
    'SourceDBInstanceIdentifier',
    'DBSnapshotIdentifier',
    'SnapshotIdentifier',
    'SourceDBClusterIdentifier',
  ];
  return forAll(sources, (name) => absent.test(properties[name]));
}
