import { among, NOT_APPLICABLE, property } from '../check';
import type { Rule } from '../rule';
import { servesDeployment } from './serves-deployment';

const judged = property('TracingConfig.Mode', among('Active'));

/** Off unless it is asked for. Handlers of custom resources are not judged. */
export const lambdaTracing: Rule = {
  id: 'lambda-tracing',
  control: 'LOG-06',
  severity: 'low',
  message: 'Calls of the function are not traced.',
  remediation: 'Set TracingConfig.Mode to Active.',
  types: ['AWS::Lambda::Function'],
  scope: 'resource',
  evaluate: (resource, context) =>
    servesDeployment(resource, context.graph) ? NOT_APPLICABLE : judged(resource, context),
};
