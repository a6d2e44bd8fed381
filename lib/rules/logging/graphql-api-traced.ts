import { isTrue, property } from '../check';
import type { Rule } from '../rule';

/** Off unless it is asked for. */
export const graphqlApiTraced: Rule = {
  id: 'graphql-api-traced',
  control: 'LOG-06',
  severity: 'low',
  message: 'Requests to the GraphQL API are not traced.',
  remediation: 'Set XrayEnabled to true.',
  types: ['AWS::AppSync::GraphQLApi'],
  scope: 'resource',
  evaluate: property('XrayEnabled', isTrue),
};
