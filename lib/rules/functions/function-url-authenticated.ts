import { among, property } from '../check';
import type { Rule } from '../rule';

/** The property is required. */
export const functionUrlAuthenticated: Rule = {
  id: 'function-url-authenticated',
  control: 'WKL-08',
  severity: 'critical',
  message: 'Anybody on the internet can call the function.',
  remediation: 'Set AuthType to AWS_IAM, or put an API with an authoriser in front.',
  types: ['AWS::Lambda::Url'],
  scope: 'resource',
  evaluate: property('AuthType', among('AWS_IAM')),
};
