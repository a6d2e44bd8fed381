import { isNotTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const buildNotPrivileged: Rule = {
  id: 'build-not-privileged',
  control: 'WKL-05',
  severity: 'medium',
  message: 'The build runs with all rights of its host.',
  remediation: 'Remove PrivilegedMode; build images without a daemon.',
  types: ['AWS::CodeBuild::Project'],
  scope: 'resource',
  evaluate: property('Environment.PrivilegedMode', isNotTrue),
};
