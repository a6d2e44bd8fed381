import { isNot, matching, property } from '../check';
import type { Rule } from '../rule';

/** Not set, the image decides, which no template shows; on Windows there is no such user. */
export const ecsNoRootUser: Rule = {
  id: 'ecs-no-root-user',
  control: 'WKL-05',
  message: 'The process of a container runs as root.',
  remediation: 'Set User to a number other than 0, such as 10001:10001.',
  types: ['AWS::ECS::TaskDefinition'],
  scope: 'resource',
  evaluate: property(
    'ContainerDefinitions[].User',
    isNot('a user other than root', matching('root', /^(root|0+)(:.*)?$/)),
  ),
};
