import { all, among, field, property, some } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for here or by a setting of the account, which a template does not show. */
export const ecsClusterInsights: Rule = {
  id: 'ecs-cluster-insights',
  control: 'LOG-06',
  severity: 'low',
  message: 'The cluster does not report what its containers do.',
  remediation: 'Add ClusterSettings with containerInsights enabled.',
  types: ['AWS::ECS::Cluster'],
  scope: 'resource',
  evaluate: property(
    'ClusterSettings',
    some(all(field('Name', among('containerInsights')), field('Value', among('enabled', 'enhanced')))),
  ),
};
