import { noneOf, property } from '../check';
import type { Rule } from '../rule';

/** The property is required. */
export const graphqlApiAuthenticated: Rule = {
  id: 'graphql-api-authenticated',
  control: 'WKL-08',
  message: 'Whoever has the key that stands in every client can call the API.',
  remediation: 'Set AuthenticationType to AWS_IAM, OPENID_CONNECT or AMAZON_COGNITO_USER_POOLS.',
  types: ['AWS::AppSync::GraphQLApi'],
  scope: 'resource',
  evaluate: property('AuthenticationType', noneOf('API_KEY')),
};
