import { all, among, field, property, some } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for, for every method. */
export const apiStageExecutionLogged: Rule = {
  id: 'api-stage-execution-logged',
  control: 'LOG-06',
  severity: 'low',
  message: 'Errors inside the API are not recorded.',
  remediation: 'Add MethodSettings for /* and * with LoggingLevel ERROR or INFO.',
  types: ['AWS::ApiGateway::Stage'],
  scope: 'resource',
  evaluate: property(
    'MethodSettings',
    some(
      all(
        field('HttpMethod', among('*')),
        field('ResourcePath', among('/*')),
        field('LoggingLevel', among('ERROR', 'INFO')),
      ),
    ),
  ),
};
