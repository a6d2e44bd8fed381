import { customerKey, filled, property, when } from '../check';
import type { Rule } from '../rule';

/** Lambda always encrypts; without KmsKeyArn with its own key. A function without variables is not judged. */
export const lambdaEnvironmentKey: Rule = {
  id: 'lambda-environment-key',
  control: 'KEY-02',
  severity: 'low',
  message: 'Variables of the function are encrypted with a key that nobody here controls.',
  remediation: 'Name a customer-managed key in KmsKeyArn.',
  types: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  scope: 'resource',
  evaluate: property('KmsKeyArn', customerKey, when('Environment.Variables', filled)),
};
