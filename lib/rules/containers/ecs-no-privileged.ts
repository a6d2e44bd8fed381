import { isNotTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const ecsNoPrivileged: Rule = {
  id: 'ecs-no-privileged',
  control: 'WKL-05',
  message: 'A container of the task runs with all rights of its host.',
  remediation: 'Remove Privileged.',
  types: ['AWS::ECS::TaskDefinition'],
  scope: 'resource',
  evaluate: property('ContainerDefinitions[].Privileged', isNotTrue),
};
