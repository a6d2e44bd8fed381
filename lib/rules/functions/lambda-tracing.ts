import { among, anyOf, NOT_APPLICABLE, property } from '../check';
import type { Rule } from '../rule';
import { servesDeployment } from './serves-deployment';

const judged = anyOf(property('TracingConfig.Mode', among('Active')), property('Tracing', among('Active')));

/** Off unless it is asked for, in SAM by Tracing. Handlers of custom resources are not judged. */
export const lambdaTracing: Rule = {
  id: 'lambda-tracing',
  control: 'LOG-06',
  severity: 'low',
  message: 'Calls of the function are not traced.',
  remediation: 'Set TracingConfig.Mode to Active.',
  types: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  scope: 'resource',
  evaluate: (resource, context) =>
    servesDeployment(resource, context.graph) ? NOT_APPLICABLE : judged(resource, context),
};
