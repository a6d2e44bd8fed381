import { among, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const graphqlApiLogged: Rule = {
  id: 'graphql-api-logged',
  control: 'LOG-06',
  message: 'Requests to the GraphQL API are not recorded.',
  remediation: 'Set LogConfig with a FieldLogLevel and a CloudWatchLogsRoleArn.',
  types: ['AWS::AppSync::GraphQLApi'],
  scope: 'resource',
  evaluate: property('LogConfig.FieldLogLevel', among('ALL', 'ERROR', 'INFO', 'DEBUG')),
};
