import { allOf, noneOf, property } from '../check';
import type { Rule } from '../rule';

/** The property is required; SAM calls it Auth.Type. */
export const graphqlApiAuthenticated: Rule = {
  id: 'graphql-api-authenticated',
  control: 'WKL-08',
  message: 'Whoever has the key that stands in every client can call the API.',
  remediation: 'Set AuthenticationType to AWS_IAM, OPENID_CONNECT or AMAZON_COGNITO_USER_POOLS.',
  types: ['AWS::AppSync::GraphQLApi', 'AWS::Serverless::GraphQLApi'],
  scope: 'resource',
  evaluate: allOf(property('AuthenticationType', noneOf('API_KEY')), property('Auth.Type', noneOf('API_KEY'))),
};
