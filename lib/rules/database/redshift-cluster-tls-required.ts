import { parameterGroupSets } from './parameter-group-sets';
import type { Rule } from '../rule';

/**
 * The default parameter group does not ask for it, and cannot be changed; a group of another unit cannot be read.
 */
export const redshiftClusterTlsRequired: Rule = {
  id: 'redshift-cluster-tls-required',
  control: 'NET-14',
  message: 'Clients may talk to the data warehouse without TLS.',
  remediation: 'Name a ClusterParameterGroupName whose parameter require_ssl is true.',
  types: ['AWS::Redshift::Cluster'],
  scope: 'resource',
  evaluate: (resource, { graph }) => parameterGroupSets(graph, resource, 'require_ssl'),
};
