import { among, property } from '../check';
import type { Rule } from '../rule';

/** What is needed from outside is to call; everything else belongs into the policy of an identity. */
export const functionPermissionInvokeOnly: Rule = {
  id: 'function-permission-invoke-only',
  control: 'IDN-04',
  message: 'The permission allows more than to call the function.',
  remediation: 'Set Action to lambda:InvokeFunction.',
  types: ['AWS::Lambda::Permission'],
  scope: 'resource',
  evaluate: property('Action', among('lambda:InvokeFunction', 'lambda:InvokeFunctionUrl')),
};
