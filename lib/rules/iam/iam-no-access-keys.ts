import { among, property } from '../check';
import type { Rule } from '../rule';

/**
 * Not set is Active. The secret half of the key is kept in the stack, where everybody with access to it can read
 * it.
 */
export const iamNoAccessKeys: Rule = {
  id: 'iam-no-access-keys',
  control: 'IDN-12',
  message: 'The template makes a long-lived key.',
  remediation: 'Use a role; where a key cannot be avoided, make it outside the template and record the exception.',
  types: ['AWS::IAM::AccessKey'],
  scope: 'resource',
  evaluate: property('Status', among('Inactive')),
};
