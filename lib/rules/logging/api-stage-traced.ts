import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const apiStageTraced: Rule = {
  id: 'api-stage-traced',
  control: 'LOG-06',
  severity: 'low',
  message: 'Calls of the API are not traced.',
  remediation: 'Set TracingEnabled to true.',
  types: ['AWS::ApiGateway::Stage', 'AWS::Serverless::Api'],
  scope: 'resource',
  evaluate: property('TracingEnabled', isTrue),
};
