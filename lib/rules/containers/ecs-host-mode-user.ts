import { all, among, field, isNot, matching, present, property, when } from '../check';
import type { Rule } from '../rule';

const restricted = field('User', all(present, isNot('a user other than root', matching('root', /^(root|0)(:|$)/))));

/** In host mode root in the container reaches what listens on the host alone. */
export const ecsHostModeUser: Rule = {
  id: 'ecs-host-mode-user',
  control: 'WKL-05',
  category: 'network-segmentation',
  message: 'A container in the network of its host runs as root.',
  remediation: 'Set NetworkMode to awsvpc, or User to another one than root in each container that is not privileged.',
  types: ['AWS::ECS::TaskDefinition'],
  scope: 'resource',
  evaluate: property('ContainerDefinitions[]', restricted, when('NetworkMode', among('host'))),
};
