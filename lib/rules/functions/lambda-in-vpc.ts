import { filled, NOT_APPLICABLE, property } from '../check';
import type { Rule } from '../rule';
import { answersHooks } from './answers-hooks';
import { servesDeployment } from './serves-deployment';

const judged = property('VpcConfig.SubnetIds', filled);

/**
 * Without it the function reaches the internet, and no flow log sees it. Handlers of custom resources are not judged, nor
 * those of hooks that may read nothing of the account.
 */
export const lambdaInVpc: Rule = {
  id: 'lambda-in-vpc',
  control: 'WKL-07',
  severity: 'low',
  message: 'The function runs outside every network zone.',
  remediation: 'Set VpcConfig with subnets of a zone.',
  types: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  scope: 'resource',
  evaluate: (resource, context) =>
    servesDeployment(resource, context.graph) || answersHooks(resource, context.graph)
      ? NOT_APPLICABLE
      : judged(resource, context),
};
