import { among, property } from '../check';
import type { Rule } from '../rule';

/** NONE unless it is told otherwise. */
export const latticeAuthenticated: Rule = {
  id: 'lattice-authenticated',
  control: 'WKL-08',
  message: 'Whoever reaches the service network can call the service.',
  remediation: 'Set AuthType to AWS_IAM, with a policy that names the callers.',
  types: ['AWS::VpcLattice::Service'],
  scope: 'resource',
  evaluate: property('AuthType', among('AWS_IAM')),
};
