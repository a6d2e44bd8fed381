import { noneOf, property } from '../check';
import type { Rule } from '../rule';

/** Not set is bridge. */
export const ecsNoHostNetwork: Rule = {
  id: 'ecs-no-host-network',
  control: 'WKL-05',
  message: 'The containers of the task share the network of their host.',
  remediation: 'Set NetworkMode to awsvpc.',
  types: ['AWS::ECS::TaskDefinition'],
  scope: 'resource',
  evaluate: property('NetworkMode', noneOf('host')),
};
