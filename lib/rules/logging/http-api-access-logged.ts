import type { Rule } from '../rule';
import { accessLogged } from './access-log';

/** Off unless it is asked for. Both are needed. */
export const httpApiAccessLogged: Rule = {
  id: 'http-api-access-logged',
  control: 'LOG-06',
  message: 'Nobody records who calls the API.',
  remediation: 'Set AccessLogSettings with a DestinationArn and a Format.',
  types: ['AWS::ApiGatewayV2::Stage', 'AWS::Serverless::HttpApi'],
  scope: 'resource',
  evaluate: accessLogged,
};
