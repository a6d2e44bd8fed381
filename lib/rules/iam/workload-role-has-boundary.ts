import { present, property, type Guard } from '../check';
import type { Rule } from '../rule';

const isWorkload: Guard = ({ template }) => template.claims?.marker?.capability === 'workloads';

/** What a landing zone marks as workloads; elsewhere a template does not show whose pipeline makes its roles. */
export const workloadRoleHasBoundary: Rule = {
  id: 'workload-role-has-boundary',
  control: 'IDN-05',
  message: 'The role of a workload may be given any right at all.',
  remediation: 'Set PermissionsBoundary to the boundary policy of the account.',
  types: ['AWS::IAM::Role', 'AWS::IAM::User'],
  scope: 'resource',
  evaluate: property('PermissionsBoundary', present, isWorkload),
};
