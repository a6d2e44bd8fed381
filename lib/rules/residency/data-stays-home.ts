import { typesOfConcern } from '../../proofs/residency';
import type { Rule } from '../rule';
import { keepsHome } from './keeps-home';

/**
 * Replicas, global tables and clusters, copied snapshots and logs of databases, by the region or key that they
 * name. What leads to a bucket without a region in its name is judged by the rule on replication.
 */
export const dataStaysHome: Rule = {
  id: 'data-stays-home',
  control: 'RES-03',
  message: 'Data is copied to another region.',
  remediation: 'Remove the replication, or declare it as a transfer and name a region of the profile.',
  types: typesOfConcern('replicas'),
  scope: 'resource',
  evaluate: keepsHome('replicas'),
};
