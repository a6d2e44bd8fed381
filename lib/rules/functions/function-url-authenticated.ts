import { among, NOT_APPLICABLE, property } from '../check';
import type { Rule } from '../rule';

const signed = among('AWS_IAM');

const ofUrl = property('AuthType', signed);

const ofFunction = property('FunctionUrlConfig.AuthType', signed);

/** The property is required; a function of SAM has it in FunctionUrlConfig, if it has a URL. */
export const functionUrlAuthenticated: Rule = {
  id: 'function-url-authenticated',
  control: 'WKL-08',
  severity: 'critical',
  message: 'Anybody on the internet can call the function.',
  remediation: 'Set AuthType to AWS_IAM, or put an API with an authoriser in front.',
  types: ['AWS::Lambda::Url', 'AWS::Serverless::Function'],
  scope: 'resource',
  evaluate: (resource, context) => {
    if (resource.type === 'AWS::Lambda::Url') return ofUrl(resource, context);
    const hasUrl = resource.properties['FunctionUrlConfig'] !== undefined;
    return hasUrl ? ofFunction(resource, context) : NOT_APPLICABLE;
  },
};
