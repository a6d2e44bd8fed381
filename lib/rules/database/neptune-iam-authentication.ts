import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Neptune has no passwords: without IAM whoever reaches the port reads everything. */
export const neptuneIamAuthentication: Rule = {
  id: 'neptune-iam-authentication',
  control: 'IDN-12',
  severity: 'high',
  message: 'The graph database answers without authentication.',
  remediation: 'Set IamAuthEnabled to true.',
  types: ['AWS::Neptune::DBCluster'],
  scope: 'resource',
  evaluate: property('IamAuthEnabled', isTrue),
};
