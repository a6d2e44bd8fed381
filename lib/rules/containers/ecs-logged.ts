import { present, property } from '../check';
import type { Rule } from '../rule';

/** Without it logs stay on the host or are lost with it. */
export const ecsLogged: Rule = {
  id: 'ecs-logged',
  control: 'LOG-06',
  message: 'A container of the task does not send its logs anywhere.',
  remediation: 'Set LogConfiguration with the awslogs or awsfirelens driver.',
  types: ['AWS::ECS::TaskDefinition'],
  scope: 'resource',
  evaluate: property('ContainerDefinitions[].LogConfiguration.LogDriver', present),
};
