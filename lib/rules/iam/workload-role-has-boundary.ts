import { NOT_APPLICABLE, present, property } from '../check';
import type { Rule } from '../rule';

const bounded = property('PermissionsBoundary', present);

/** What a landing zone marks as workloads; elsewhere a template does not show whose pipeline makes its roles. */
export const workloadRoleHasBoundary: Rule = {
  id: 'workload-role-has-boundary',
  control: 'IDN-05',
  message: 'The role of a workload may be given any right at all.',
  remediation: 'Set PermissionsBoundary to the boundary policy of the account.',
  types: ['AWS::IAM::Role', 'AWS::IAM::User'],
  scope: 'resource',
  evaluate: (resource, context) =>
    resource.template.claims?.marker?.capability === 'workloads' ? bounded(resource, context) : NOT_APPLICABLE,
};
