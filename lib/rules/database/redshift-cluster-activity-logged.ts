import { parameterGroupSets } from './parameter-group-sets';
import type { Rule } from '../rule';

/**
 * The default parameter group does not ask for it, and cannot be changed; a group of another unit cannot be read.
 */
export const redshiftClusterActivityLogged: Rule = {
  id: 'redshift-cluster-activity-logged',
  control: 'LOG-06',
  message: 'The data warehouse does not record the statements of its users.',
  remediation: 'Name a ClusterParameterGroupName whose parameter enable_user_activity_logging is true.',
  types: ['AWS::Redshift::Cluster'],
  scope: 'resource',
  evaluate: (resource, { graph }) => parameterGroupSets(graph, resource, 'enable_user_activity_logging'),
};
