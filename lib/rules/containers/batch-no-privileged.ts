import { isNotTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const batchNoPrivileged: Rule = {
  id: 'batch-no-privileged',
  control: 'WKL-05',
  category: 'iam-privilege',
  message: 'The job runs with all rights of its host.',
  remediation: 'Remove Privileged.',
  types: ['AWS::Batch::JobDefinition'],
  scope: 'resource',
  evaluate: property('ContainerProperties.Privileged', isNotTrue),
};
