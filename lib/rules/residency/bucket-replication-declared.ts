import type { Rule } from '../rule';
import { keepsHome } from './keeps-home';

/**
 * The destination is at home when it is a bucket of these templates whose stack is, or when the key of the replica is of
 * an allowed region.
 */
export const bucketReplicationDeclared: Rule = {
  id: 'bucket-replication-declared',
  control: 'RES-03',
  message: 'Every new object is copied to a bucket of another region.',
  remediation:
    'Remove the replication, name a key of a region of the profile in ReplicaKmsKeyID, or declare a transfer.',
  types: ['AWS::S3::Bucket'],
  scope: 'resource',
  evaluate: keepsHome('replication'),
};
