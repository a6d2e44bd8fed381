import type { Rule } from '../rule';
import { accessLogged } from './access-log';

/** Off unless it is asked for. Both are needed. */
export const apiStageAccessLogged: Rule = {
  id: 'api-stage-access-logged',
  control: 'LOG-06',
  message: 'Nobody records who calls the API.',
  remediation: 'Set AccessLogSetting with a DestinationArn and a Format.',
  types: ['AWS::ApiGateway::Stage', 'AWS::Serverless::Api'],
  scope: 'resource',
  evaluate: accessLogged,
};
