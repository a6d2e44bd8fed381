import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Writable unless it is asked for. */
export const ecsReadOnlyRoot: Rule = {
  id: 'ecs-read-only-root',
  control: 'WKL-05',
  severity: 'medium',
  message: 'A container of the task can change its own files.',
  remediation: 'Set ReadonlyRootFilesystem to true, and mount a volume for what must be written.',
  types: ['AWS::ECS::TaskDefinition'],
  scope: 'resource',
  evaluate: property('ContainerDefinitions[].ReadonlyRootFilesystem', isTrue),
};
